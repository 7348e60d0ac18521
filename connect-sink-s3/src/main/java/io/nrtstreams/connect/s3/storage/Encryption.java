package io.nrtstreams.connect.s3.storage;

import java.util.Optional;

/** How the store encrypts what it keeps. None shows a secret in its text. */
public sealed interface Encryption {
    /** As the bucket says; nothing is sent. */
    record BucketDefault() implements Encryption {}

    /** Keys of S3's own (SSE-S3, AES-256). */
    record StoreKeys() implements Encryption {}

    /**
     * Keys of the Key Management Service (SSE-KMS).
     *
     * @param layers how often it is encrypted
     * @param keyId id, alias or ARN of the key; empty for the account's own key for S3
     * @param bucketKey whether S3 derives a key for the bucket, which saves requests to the service; empty for what the
     *     bucket says
     */
    record ManagedKeys(Layers layers, Optional<String> keyId, Optional<Boolean> bucketKey) implements Encryption {}

    /** How often the Key Management Service's keys are applied. */
    enum Layers {
        ONE,
        TWO
    }

    /**
     * A key that goes with each request and that the store forgets (SSE-C).
     *
     * @param base64 256 bits
     */
    record CustomerKey(String base64) implements Encryption {
        /** Does not show the key. */
        @Override
        public String toString() {
            return "CustomerKey[]";
        }
    }
}
