package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Validators;
import io.nrtstreams.connect.s3.storage.Encryption;
import io.nrtstreams.connect.s3.storage.Encryption.Layers;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** The keys that say how the store encrypts objects. */
final class EncryptionKeys {
    static final String SSE = "s3.sse";
    static final String KMS_KEY_ID = "s3.sse.kms.key.id";
    static final String BUCKET_KEY = "s3.sse.bucket.key";
    static final String CUSTOMER_KEY = "s3.sse.customer.key";

    private static final String KMS = "aws:kms";
    private static final String KMS_TWICE = "aws:kms:dsse";
    private static final int KEY_BYTES = 32;

    private EncryptionKeys() {}

    static List<Key> keys() {
        return List.of(
                Key.string(SSE)
                        .defaultsTo("none")
                        .validator(new IgnoringCase(List.of("none", "AES256", KMS, KMS_TWICE)))
                        .doc(
                                "How the store encrypts objects; `none` leaves it to the bucket, where AWS encrypts with keys of"
                                        + " its own."),
                Key.string(KMS_KEY_ID)
                        .validator(Validators.notBlank())
                        .doc(
                                "Id, alias or ARN of the key for `aws:kms` and `aws:kms:dsse`; without it the account's own key"
                                        + " for S3."),
                Key.of(BUCKET_KEY, ConfigDef.Type.BOOLEAN)
                        .doc(
                                "Whether S3 derives a key for the bucket from that of `aws:kms`, which saves most requests to the"
                                        + " Key Management Service; without it as the bucket says."),
                Key.password(CUSTOMER_KEY)
                        .validator(new CustomerKeyValidator())
                        .doc(
                                "Key of 256 bits in Base64 that goes with each request and that the store does not keep (SSE-C);"
                                        + " who loses it loses the objects."));
    }

    /** Notes what is wrong with the keys taken together. */
    static void check(Values values) {
        if (!values.areSound(SSE)) {
            return;
        }
        String sse = values.word(SSE);
        if (values.has(KMS_KEY_ID) && !sse.startsWith(KMS)) {
            values.problems().add(KMS_KEY_ID, "has a meaning only with s3.sse=aws:kms or aws:kms:dsse");
        }
        if (values.has(BUCKET_KEY) && !sse.equals(KMS)) {
            values.problems().add(BUCKET_KEY, "has a meaning only with s3.sse=aws:kms");
        }
        if (values.has(CUSTOMER_KEY) && !sse.equals("none")) {
            values.problems().add(CUSTOMER_KEY, "contradicts s3.sse=" + sse + "; keep one");
        }
        if (values.has(CUSTOMER_KEY)
                && values.optional(StoreKeys.ENDPOINT).orElse("").trim().startsWith("http:")) {
            values.problems()
                    .add(CUSTOMER_KEY, "would be sent in the clear, which stores refuse; make s3.endpoint https");
        }
    }

    static Encryption read(Values values) {
        if (values.has(CUSTOMER_KEY)) {
            return new Encryption.CustomerKey(values.secret(CUSTOMER_KEY).orElseThrow());
        }
        return switch (values.word(SSE)) {
            case "aes256" -> new Encryption.StoreKeys();
            case KMS -> managed(Layers.ONE, values);
            case KMS_TWICE -> managed(Layers.TWO, values);
            default -> new Encryption.BucketDefault();
        };
    }

    private static Encryption managed(Layers layers, Values values) {
        return new Encryption.ManagedKeys(
                layers, values.optional(KMS_KEY_ID), values.optional(BUCKET_KEY).map(Boolean::valueOf));
    }

    /** Never repeats the value. */
    private static final class CustomerKeyValidator implements ConfigDef.Validator {
        @Override
        public void ensureValid(String name, @Nullable Object value) {
            if (value instanceof Password secret && !isKey(secret.value())) {
                throw new ConfigException(name + ": expected " + this + ", as of: openssl rand -base64 32");
            }
        }

        private static boolean isKey(String text) {
            try {
                return Base64.getDecoder().decode(text).length == KEY_BYTES;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        @Override
        public String toString() {
            return "32 bytes in Base64";
        }
    }
}
