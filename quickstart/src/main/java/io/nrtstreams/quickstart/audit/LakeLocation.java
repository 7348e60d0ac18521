package io.nrtstreams.quickstart.audit;

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
    /** Without the secret. */
    @Override
    public String toString() {
        return "s3://" + bucket + "/" + prefix + endpoint.map(at -> " at " + at).orElse("");
    }
}
