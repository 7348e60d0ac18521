package io.nrtstreams.connect.s3.storage;

import io.nrtstreams.connect.s3.storage.StoreException.Concern;
import io.nrtstreams.connect.s3.storage.StoreException.Kind;
import java.util.Optional;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Opens {@link ObjectStore}s. */
public final class ObjectStores {
    private ObjectStores() {}

    /**
     * A bucket of S3, or of a store that speaks its protocol. Sends nothing to it yet; the caller closes it.
     *
     * @throws StoreException if no region is set and the environment names none either, or a class for credentials cannot
     *     be made
     */
    public static ObjectStore open(StoreSettings settings) {
        Opened opened = new Opened();
        try {
            return new S3ObjectStore(opened.add(client(settings, opened)), settings, opened);
        } catch (RuntimeException e) {
            opened.close();
            throw e instanceof SdkClientException unmade ? noClient(settings, unmade) : e;
        }
    }

    private static StoreException noClient(StoreSettings settings, SdkClientException failure) {
        return new StoreException(
                Kind.PERMANENT,
                Concern.REGION,
                "no client for bucket " + settings.bucket() + " can be made; most often no region is known:"
                        + " set s3.region, or AWS_REGION in the worker's environment",
                failure);
    }

    private static S3Client client(StoreSettings settings, Opened opened) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(HttpTransport.of(settings.transport()))
                .credentialsProvider(new CredentialProviders(settings, opened).provider())
                .forcePathStyle(settings.addressing() == StoreSettings.Addressing.PATH)
                .serviceConfiguration(ObjectStores::plainBodies)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_SUPPORTED)
                .overrideConfiguration(override -> override(settings, override));
        settings.endpoint().ifPresent(builder::endpointOverride);
        region(settings).ifPresent(builder::region);
        return builder.build();
    }

    /** Bodies of known length without chunks or trailers, which some stores do not read; checksums are headers. */
    private static void plainBodies(S3Configuration.Builder service) {
        service.chunkedEncodingEnabled(false);
    }

    private static void override(StoreSettings settings, ClientOverrideConfiguration.Builder override) {
        HttpTransport.limit(override, settings)
                .retryStrategy(HttpTransport.retries(settings.retries())
                        .retryOnException(ObjectStores::isConflict)
                        .build());
        if (settings.credentials() instanceof CredentialSource.Profile profile) {
            override.defaultProfileName(profile.name());
        }
    }

    /** A conditional write that met another one. */
    private static boolean isConflict(Throwable failure) {
        return failure instanceof S3Exception refused && refused.statusCode() == 409;
    }

    /** Other stores ignore the region, but a request cannot be signed without one. */
    private static Optional<Region> region(StoreSettings settings) {
        return settings.region().map(Region::of).or(() -> settings.endpoint().map(endpoint -> Region.US_EAST_1));
    }
}
