package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.s3.storage.ConnectionCheck;
import io.nrtstreams.connect.s3.storage.ConnectionCheck.Writes;
import io.nrtstreams.connect.s3.storage.StoreException;
import io.nrtstreams.connect.s3.storage.StoreException.Concern;
import io.nrtstreams.connect.s3.storage.StoreSettings;
import java.time.Duration;

/** What a store refuses, as problems of the keys that are about it. */
final class ConnectionProblems {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private ConnectionProblems() {}

    /** Asks the store and notes what it does not do; throws nothing, and takes 10 s at most. */
    static void add(Values values, StoreSettings settings) {
        Writes writes = values.word(DeliveryKeys.DELIVERY).equals("exactly-once") ? Writes.CONDITIONAL : Writes.ANY;
        for (StoreException failure : new ConnectionCheck(settings, values.text(StoreKeys.PREFIX), LIMIT).run(writes)) {
            values.problems().add(key(failure.concern(), values), String.valueOf(failure.getMessage()));
        }
    }

    private static String key(Concern concern, Values values) {
        return switch (concern) {
            case BUCKET, REQUEST -> StoreKeys.BUCKET;
            case REGION -> StoreKeys.REGION;
            case ENDPOINT -> StoreKeys.ENDPOINT;
            case PROXY -> RequestKeys.PROXY_URL;
            case CREDENTIALS -> CredentialKeys.base(values);
            case ROLE -> CredentialKeys.ROLE_ARN;
            case PERMISSION ->
                values.has(CredentialKeys.ROLE_ARN) ? CredentialKeys.ROLE_ARN : CredentialKeys.base(values);
            case ENCRYPTION -> values.has(EncryptionKeys.KMS_KEY_ID) ? EncryptionKeys.KMS_KEY_ID : EncryptionKeys.SSE;
            case STORAGE_CLASS -> ObjectKeys.STORAGE_CLASS;
            case ACL -> ObjectKeys.ACL;
            case TAGS -> ObjectKeys.TAGS;
            case CONDITIONAL_WRITE -> DeliveryKeys.DELIVERY;
        };
    }
}
