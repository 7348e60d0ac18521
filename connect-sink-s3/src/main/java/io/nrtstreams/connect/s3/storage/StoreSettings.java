package io.nrtstreams.connect.s3.storage;

import java.net.URI;
import java.util.Optional;

/**
 * Where a bucket is, and how it is spoken to.
 *
 * @param bucket name of the bucket
 * @param region AWS region, or empty for the one that the environment names
 * @param endpoint address of a store other than AWS
 * @param addressing how the bucket is named in a request
 * @param credentials where the credentials come from
 * @param encryption how the store encrypts what it keeps
 * @param objects what every object gets beside its content
 * @param partSize an object larger than this many bytes is uploaded in parts of this size
 * @param retries how often a request is tried, and with which pauses
 * @param transport connections, time limits and proxy
 */
public record StoreSettings(
        String bucket,
        Optional<String> region,
        Optional<URI> endpoint,
        Addressing addressing,
        CredentialSource credentials,
        Encryption encryption,
        ObjectOptions objects,
        int partSize,
        Retries retries,
        Transport transport) {
    /** The least part that S3 takes, in bytes; only the last one may be smaller. */
    public static final int LEAST_PART_SIZE = 5 << 20;

    /**
     * Settings that leave everything else as it is by default.
     *
     * @param credentials fixed credentials, or empty for the default credential chain of the AWS SDK
     * @param attempts how often a request is tried in all, at least 1
     * @param connections how many requests may run at the same time
     */
    public StoreSettings(
            String bucket,
            Optional<String> region,
            Optional<URI> endpoint,
            Addressing addressing,
            Optional<Credentials> credentials,
            int partSize,
            int attempts,
            int connections) {
        this(
                bucket,
                region,
                endpoint,
                addressing,
                CredentialSource.of(credentials),
                new Encryption.BucketDefault(),
                ObjectOptions.PLAIN,
                partSize,
                Retries.of(attempts),
                Transport.of(connections));
    }

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

    /** These settings with other credentials. */
    public StoreSettings with(CredentialSource other) {
        return new StoreSettings(
                bucket, region, endpoint, addressing, other, encryption, objects, partSize, retries, transport);
    }

    /** These settings with another encryption. */
    public StoreSettings with(Encryption other) {
        return new StoreSettings(
                bucket, region, endpoint, addressing, credentials, other, objects, partSize, retries, transport);
    }

    /** These settings with other options of objects. */
    public StoreSettings with(ObjectOptions other) {
        return new StoreSettings(
                bucket, region, endpoint, addressing, credentials, encryption, other, partSize, retries, transport);
    }

    /** These settings with other retries. */
    public StoreSettings with(Retries other) {
        return new StoreSettings(
                bucket, region, endpoint, addressing, credentials, encryption, objects, partSize, other, transport);
    }

    /** These settings with another transport. */
    public StoreSettings with(Transport other) {
        return new StoreSettings(
                bucket, region, endpoint, addressing, credentials, encryption, objects, partSize, retries, other);
    }

    /** How the bucket is named in a request. */
    public enum Addressing {
        /** As the first part of the host name, AWS's own way. */
        VIRTUAL_HOST,
        /** As the first part of the path, what most other stores need. */
        PATH
    }

    /**
     * A fixed key pair.
     *
     * @param sessionToken of temporary credentials
     */
    public record Credentials(String accessKeyId, String secretAccessKey, Optional<String> sessionToken) {
        /** A key pair that does not expire. */
        public Credentials(String accessKeyId, String secretAccessKey) {
            this(accessKeyId, secretAccessKey, Optional.empty());
        }

        /** Does not show the secrets. */
        @Override
        public String toString() {
            return "Credentials[accessKeyId=" + accessKeyId + "]";
        }
    }
}
