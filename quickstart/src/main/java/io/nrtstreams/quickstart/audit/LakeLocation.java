package io.nrtstreams.quickstart.audit;

import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.connect.s3.storage.ObjectStores;
import io.nrtstreams.connect.s3.storage.StoreSettings;
import io.nrtstreams.connect.s3.storage.StoreSettings.Addressing;
import java.net.URI;
import java.util.Optional;

/**
 * Where the sinks' objects lie.
 *
 * @param endpoint of an S3 that is not AWS; empty for AWS
 * @param bucket the bucket
 * @param prefix what all keys begin with, without a slash at its end; empty for the whole bucket
 * @param accessKey the public half of the key pair; empty for the default chain of the AWS SDK
 * @param secretKey the secret half
 */
public record LakeLocation(
        Optional<URI> endpoint, String bucket, String prefix, Optional<String> accessKey, Optional<String> secretKey) {
    private static final int ATTEMPTS = 4;
    private static final int CONNECTIONS = 4;

    /** Opens the bucket; the caller closes it. */
    public ObjectStore open() {
        Optional<StoreSettings.Credentials> credentials =
                accessKey.flatMap(key -> secretKey.map(secret -> new StoreSettings.Credentials(key, secret)));
        return ObjectStores.open(new StoreSettings(
                bucket,
                Optional.empty(),
                endpoint,
                endpoint.isPresent() ? Addressing.PATH : Addressing.VIRTUAL_HOST,
                credentials,
                StoreSettings.LEAST_PART_SIZE,
                ATTEMPTS,
                CONNECTIONS));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "s3://" + bucket + "/" + prefix + endpoint.map(at -> " at " + at).orElse("");
    }
}
