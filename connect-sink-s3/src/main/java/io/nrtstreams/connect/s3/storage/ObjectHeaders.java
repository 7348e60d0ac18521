package io.nrtstreams.connect.s3.storage;

import io.nrtstreams.connect.s3.storage.Encryption.CustomerKey;
import io.nrtstreams.connect.s3.storage.Encryption.Layers;
import io.nrtstreams.connect.s3.storage.Encryption.ManagedKeys;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * What the settings say of objects, as the headers that S3 defines for it, so that it is said in one place for every kind
 * of request. Immutable.
 */
final class ObjectHeaders {
    private static final String SSE = "x-amz-server-side-encryption";

    private final Map<String, String> ofEachRequest;
    private final Map<String, String> ofCreation;
    private final ObjectChecksum checksum;

    ObjectHeaders(Encryption encryption, ObjectOptions options) {
        this.ofEachRequest = encryption instanceof CustomerKey key ? customerKey(key) : Map.of();
        this.ofCreation = ofCreation(encryption, options);
        this.checksum = options.checksum();
    }

    private static Map<String, String> ofCreation(Encryption encryption, ObjectOptions options) {
        Map<String, String> headers = new LinkedHashMap<>();
        options.storageClass().ifPresent(name -> headers.put("x-amz-storage-class", name));
        options.acl().ifPresent(name -> headers.put("x-amz-acl", name));
        if (!options.tags().isEmpty()) {
            headers.put("x-amz-tagging", query(options.tags()));
        }
        if (encryption instanceof Encryption.StoreKeys) {
            headers.put(SSE, "AES256");
        } else if (encryption instanceof ManagedKeys managed) {
            headers.put(SSE, managed.layers() == Layers.ONE ? "aws:kms" : "aws:kms:dsse");
            managed.keyId().ifPresent(id -> headers.put(SSE + "-aws-kms-key-id", id));
            managed.bucketKey().ifPresent(use -> headers.put(SSE + "-bucket-key-enabled", use.toString()));
        }
        return headers;
    }

    private static String query(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> encoded(tag.getKey()) + "=" + encoded(tag.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** As in the query of an address, where a plus could be taken for a space. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, String> customerKey(CustomerKey key) {
        byte[] bytes = Base64.getDecoder().decode(key.base64());
        return Map.of(
                SSE + "-customer-algorithm", "AES256",
                SSE + "-customer-key", key.base64(),
                SSE + "-customer-key-MD5", ObjectChecksum.MD5.of(new ByteArrayInputStream(bytes)));
    }

    /** The checksum that goes with this content, or empty if none does. */
    Optional<String> checksum(InputStream content) {
        return checksum == ObjectChecksum.NONE ? Optional.empty() : Optional.of(checksum.of(content));
    }

    /** Of a request that reads an object, or completes one. */
    void ofAny(AwsRequestOverrideConfiguration.Builder request) {
        ofEachRequest.forEach(request::putHeader);
    }

    /** Of a request that stores a whole object with that checksum. */
    void ofObject(AwsRequestOverrideConfiguration.Builder request, Optional<String> sum) {
        ofCreation.forEach(request::putHeader);
        ofPart(request, sum);
    }

    /** Of a request that begins an object in parts. S3 knows no MD5 of a whole one. */
    void ofUpload(AwsRequestOverrideConfiguration.Builder request) {
        ofCreation.forEach(request::putHeader);
        ofAny(request);
        if (checksum != ObjectChecksum.NONE && checksum != ObjectChecksum.MD5) {
            request.putHeader("x-amz-checksum-algorithm", checksum.name());
        }
    }

    /** Of a request that stores a part with that checksum. */
    void ofPart(AwsRequestOverrideConfiguration.Builder request, Optional<String> sum) {
        ofAny(request);
        String header = "x-amz-checksum-" + checksum.name().toLowerCase(Locale.ROOT);
        sum.ifPresent(value -> request.putHeader(checksum == ObjectChecksum.MD5 ? "Content-MD5" : header, value));
    }

    /** A stored part in the list that completes the object: S3 wants the checksums of an upload that has any repeated there. */
    CompletedPart completed(int number, String etag, Optional<String> sum) {
        CompletedPart.Builder part = CompletedPart.builder().partNumber(number).eTag(etag);
        sum.ifPresent(value -> {
            switch (checksum) {
                case CRC32 -> part.checksumCRC32(value);
                case CRC32C -> part.checksumCRC32C(value);
                case CRC64NVME -> part.checksumCRC64NVME(value);
                case SHA1 -> part.checksumSHA1(value);
                case SHA256 -> part.checksumSHA256(value);
                case MD5, NONE -> part.eTag(etag);
            }
        });
        return part.build();
    }
}
