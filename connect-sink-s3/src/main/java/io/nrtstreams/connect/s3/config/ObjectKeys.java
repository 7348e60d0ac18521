package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.s3.storage.ObjectChecksum;
import io.nrtstreams.connect.s3.storage.ObjectOptions;
import io.nrtstreams.connect.s3.storage.StoreSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The keys that say what every object gets beside its content, and how it is cut for its way. */
final class ObjectKeys {
    static final String STORAGE_CLASS = "s3.storage.class";
    static final String ACL = "s3.acl";
    static final String TAGS = "s3.tags";
    static final String METADATA = "s3.metadata";
    static final String CHECKSUM = "s3.checksum";
    static final String PART_SIZE = "s3.part.size";

    private static final int MOST_TAGS = 10;
    private static final Pattern TAG_KEY = Pattern.compile("(?!aws:)[\\p{L}\\p{N} _.:/=+@-]{1,128}");
    private static final Pattern TAG_VALUE = Pattern.compile("[\\p{L}\\p{N} _.:/=+@-]{0,256}");
    private static final Pattern METADATA_KEY = Pattern.compile("(?!nrt-)[a-z0-9][a-z0-9_.-]{0,63}");
    private static final Pattern METADATA_VALUE = Pattern.compile("[ -~]{0,512}");

    /** S3 takes 2 KB; what the sink writes itself is at most half of it, as a topic has at most 249 characters. */
    private static final int MOST_METADATA = 1024;

    private ObjectKeys() {}

    static List<Key> keys() {
        return List.of(
                Key.string(STORAGE_CLASS)
                        .validator(new IgnoringCase(ObjectOptions.storageClasses()))
                        .doc("Storage class of objects, e.g. `STANDARD_IA`; without it the store's default."),
                Key.string(ACL)
                        .validator(new IgnoringCase(ObjectOptions.acls()))
                        .doc("Canned access control list of objects, e.g. `bucket-owner-full-control`."),
                Key.of(TAGS, ConfigDef.Type.LIST)
                        .defaultsTo("")
                        .doc("Tags of objects, at most 10, e.g. `team=lake,stage=raw`; they need s3:PutObjectTagging."),
                Key.of(METADATA, ConfigDef.Type.LIST)
                        .defaultsTo("")
                        .doc(
                                "User metadata of objects beside the sink's own, e.g. `source=plant-7`; ASCII, at most 1 KB."),
                Key.string(CHECKSUM)
                        .defaultsTo("crc32")
                        .validator(new IgnoringCase(checksums()))
                        .importance(Importance.LOW)
                        .doc(
                                "What the store checks objects against, sent in a header; `md5` and `none` are for stores that"
                                        + " know no other."),
                Key.dataSize(PART_SIZE, StoreSettings.LEAST_PART_SIZE)
                        .defaultsTo("8MB")
                        .importance(Importance.LOW)
                        .doc("An object larger than this is uploaded in parts of this size."));
    }

    private static List<String> checksums() {
        return Arrays.stream(ObjectChecksum.values())
                .map(checksum -> checksum.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Notes what is wrong with the values beyond their types. */
    static void check(Values values) {
        checkPairs(values, TAGS, ObjectKeys::requireTags);
        checkPairs(values, METADATA, ObjectKeys::requireMetadata);
        if (values.areSound(PART_SIZE) && values.size(PART_SIZE) > Integer.MAX_VALUE) {
            values.problems().add(PART_SIZE, "expected a size of less than 2GB");
        }
    }

    private static void checkPairs(Values values, String key, Consumer<Map<String, String>> rule) {
        if (values.areSound(key)) {
            values.problems().parse(key, () -> {
                Map<String, String> pairs = KeyValuePairs.parse(values.list(key));
                rule.accept(pairs);
                return pairs;
            });
        }
    }

    private static void requireTags(Map<String, String> tags) {
        if (tags.size() > MOST_TAGS) {
            throw new IllegalArgumentException("expected at most " + MOST_TAGS + " tags, which is the most S3 takes");
        }
        tags.forEach((key, value) -> {
            if (!TAG_KEY.matcher(key).matches() || !TAG_VALUE.matcher(value).matches()) {
                throw new IllegalArgumentException(
                        "expected tags of letters, digits, spaces and _ . : / = + @ -, keys of at"
                                + " most 128 that do not begin with aws:, values of at most 256");
            }
        });
    }

    private static void requireMetadata(Map<String, String> metadata) {
        int size = 0;
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            String key = entry.getKey();
            if (key.startsWith("nrt-")) {
                throw new IllegalArgumentException(
                        "keys that begin with nrt- are the sink's own; choose another than " + key);
            }
            if (!METADATA_KEY.matcher(key).matches()
                    || !METADATA_VALUE.matcher(entry.getValue()).matches()) {
                throw new IllegalArgumentException("expected keys of at most 64 lower-case letters, digits and _ . -,"
                        + " and values of at most 512 ASCII characters");
            }
            size += key.length() + entry.getValue().length();
        }
        if (size > MOST_METADATA) {
            throw new IllegalArgumentException("expected at most " + MOST_METADATA + " characters in all");
        }
    }

    static ObjectOptions read(Values values) {
        return new ObjectOptions(
                values.optional(STORAGE_CLASS).map(name -> name.trim().toUpperCase(Locale.ROOT)),
                values.optional(ACL).map(name -> name.trim().toLowerCase(Locale.ROOT)),
                KeyValuePairs.parse(values.list(TAGS)),
                KeyValuePairs.parse(values.list(METADATA)),
                ObjectChecksum.valueOf(values.text(CHECKSUM).trim().toUpperCase(Locale.ROOT)));
    }
}
