package io.nrtstreams.connect.s3.storage;

import java.net.URI;
import java.util.Optional;

/**
 * Where a bucket is and how it is spoken to.
 *
 * @param bucket name of the bucket
 * @param region AWS region, or empty for the one that the environment names
 * @param endpoint address of a store other than AWS
 * @param addressing how the bucket is named in a request
 * @param credentials fixed credentials, or empty for the default credential chain of the AWS SDK
 * @param partSize an object larger than this many bytes is uploaded in parts of this size
 * @param attempts how often a request is tried in all, at least 1
 * @param connections how many requests may run at the same time
 */
public record StoreSettings(
        String bucket,
        Optional<String> region,
        Optional<URI> endpoint,
        Addressing addressing,
        Optional<Credentials> credentials,
        int partSize,
        int attempts,
        int connections) {
    /** The least part that S3 takes, in bytes; only the last one may be smaller. */
    public static final int LEAST_PART_SIZE = 5 << 20;

    /** A store at {@code endpoint} with fixed credentials and path style, as local stores want it. */
    public static StoreSettings local(String bucket, URI endpoint, Credentials credentials) {
        return new StoreSettings(
                bucket,
                Optional.of("us-east-1"),
                Optional.of(endpoint),
                Addressing.PATH,
                Optional.of(credentials),
                8 << 20,
                4,
                8);
    }

    /** How the bucket is named in a request. */
    public enum Addressing {
        /** As the first part of the host name, AWS's own way. */
        VIRTUAL_HOST,
        /** As the first part of the path, what most other stores need. */
        PATH
    }

    /** A fixed key pair. */
    public record Credentials(String accessKeyId, String secretAccessKey) {
        /** Does not show the secret. */
        @Override
        public String toString() {
            return "Credentials[accessKeyId=" + accessKeyId + "]";
        }
    }
}
