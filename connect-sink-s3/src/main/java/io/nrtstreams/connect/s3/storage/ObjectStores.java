package io.nrtstreams.connect.s3.storage;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Opens {@link ObjectStore}s. */
public final class ObjectStores {
    private ObjectStores() {}

    /**
     * A bucket of S3, or of a store that speaks its protocol. Sends nothing to it yet; the caller closes it.
     *
     * @throws StoreException if no region is set and the environment names none either
     */
    public static ObjectStore open(StoreSettings settings) {
        try {
            return new S3ObjectStore(client(settings), settings.bucket(), settings.partSize());
        } catch (SdkClientException e) {
            throw new StoreException(
                    StoreException.Kind.PERMANENT,
                    "no client for bucket " + settings.bucket() + " can be made; most often no region is known:"
                            + " set s3.region, or AWS_REGION in the worker's environment",
                    e);
        }
    }

    private static S3Client client(StoreSettings settings) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(Apache5HttpClient.builder().maxConnections(settings.connections()))
                .credentialsProvider(credentials(settings.credentials()))
                .forcePathStyle(settings.addressing() == StoreSettings.Addressing.PATH)
                .overrideConfiguration(override -> override.retryStrategy(retries(settings.attempts())));
        settings.endpoint().ifPresent(builder::endpointOverride);
        region(settings).ifPresent(builder::region);
        return builder.build();
    }

    /** Other stores ignore the region, but a request cannot be signed without one. */
    private static Optional<Region> region(StoreSettings settings) {
        return settings.region().map(Region::of).or(() -> settings.endpoint().map(endpoint -> Region.US_EAST_1));
    }

    private static AwsCredentialsProvider credentials(Optional<StoreSettings.Credentials> fixed) {
        if (fixed.isEmpty()) {
            return DefaultCredentialsProvider.builder().build();
        }
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                fixed.get().accessKeyId(), fixed.get().secretAccessKey()));
    }

    /** The SDK's exponential backoff with jitter; in addition it takes up a conditional write that met another one. */
    private static RetryStrategy retries(int attempts) {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(attempts)
                .retryOnException(failure -> failure instanceof S3Exception refused && refused.statusCode() == 409)
                .build();
    }
}
