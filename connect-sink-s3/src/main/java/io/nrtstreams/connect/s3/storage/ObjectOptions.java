package io.nrtstreams.connect.s3.storage;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.StorageClass;

/**
 * What every object gets beside its content, all in the request that creates it.
 *
 * @param storageClass one of {@link #storageClasses}; empty for the store's default
 * @param acl one of {@link #acls}; empty for the bucket's default
 * @param tags object tags
 * @param metadata user metadata, keys in lower case; an object's own goes before it
 * @param checksum what the store checks the content against
 */
public record ObjectOptions(
        Optional<String> storageClass,
        Optional<String> acl,
        Map<String, String> tags,
        Map<String, String> metadata,
        ObjectChecksum checksum) {
    /** Nothing but the default checksum. */
    public static final ObjectOptions PLAIN =
            new ObjectOptions(Optional.empty(), Optional.empty(), Map.of(), Map.of(), ObjectChecksum.CRC32);

    public ObjectOptions {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    }

    /** The storage classes that S3 knows, e.g. {@code STANDARD_IA}. */
    public static List<String> storageClasses() {
        return StorageClass.knownValues().stream()
                .map(StorageClass::toString)
                .sorted()
                .toList();
    }

    /** The canned access control lists that S3 knows, e.g. {@code bucket-owner-full-control}. */
    public static List<String> acls() {
        return ObjectCannedACL.knownValues().stream()
                .map(acl -> acl.toString().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }
}
