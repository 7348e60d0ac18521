package io.nrtstreams.quickstart.s3;

import io.nrtstreams.quickstart.CommandFailure;
import io.nrtstreams.quickstart.audit.LakeLocation;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects of a bucket below a prefix. Thread-safe. */
public final class Lake implements AutoCloseable {
    private final S3Client client;
    private final LakeLocation location;

    private Lake(S3Client client, LakeLocation location) {
        this.client = client;
        this.location = location;
    }

    /** A lake with a client of its own; nothing is asked yet. */
    public static Lake at(LakeLocation location) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.US_EAST_1)
                .forcePathStyle(true);
        location.endpoint().ifPresent(builder::endpointOverride);
        location.accessKey()
                .ifPresent(key -> builder.credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(key, location.secretKey().orElse("")))));
        return new Lake(builder.build(), location);
    }

    /**
     * How many objects there are and how large, by listing all of them, a thousand to a request.
     *
     * @throws CommandFailure if the endpoint refuses or does not answer
     */
    public LakeSize size() {
        try {
            return client
                    .listObjectsV2Paginator(
                            request -> request.bucket(location.bucket()).prefix(location.prefix()))
                    .contents()
                    .stream()
                    .map(S3Object::size)
                    .reduce(LakeSize.EMPTY, LakeSize::plus, LakeSize::plus);
        } catch (SdkException e) {
            throw new CommandFailure("The objects of " + location + " cannot be listed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
