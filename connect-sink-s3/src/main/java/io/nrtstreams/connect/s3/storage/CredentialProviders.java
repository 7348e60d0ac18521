package io.nrtstreams.connect.s3.storage;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleWithWebIdentityCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;

/** Makes the SDK's credential providers; what they hold open is closed with the store. */
final class CredentialProviders {
    private final StoreSettings settings;
    private final Opened opened;

    CredentialProviders(StoreSettings settings, Opened opened) {
        this.settings = settings;
        this.opened = opened;
    }

    AwsCredentialsProvider provider() {
        return provider(settings.credentials());
    }

    private AwsCredentialsProvider provider(CredentialSource source) {
        if (source instanceof CredentialSource.Fixed fixed) {
            return StaticCredentialsProvider.create(credentials(fixed.credentials()));
        }
        if (source instanceof CredentialSource.Profile profile) {
            return opened.add(ProfileCredentialsProvider.create(profile.name()));
        }
        if (source instanceof CredentialSource.Custom custom) {
            return CustomCredentials.open(custom, opened);
        }
        if (source instanceof CredentialSource.AssumedRole assumed) {
            return assumedRole(assumed);
        }
        if (source instanceof CredentialSource.WebIdentity web) {
            return webIdentity(web);
        }
        return opened.add(DefaultCredentialsProvider.builder().build());
    }

    private static AwsCredentials credentials(StoreSettings.Credentials fixed) {
        return fixed.sessionToken()
                .<AwsCredentials>map(
                        token -> AwsSessionCredentials.create(fixed.accessKeyId(), fixed.secretAccessKey(), token))
                .orElseGet(() -> AwsBasicCredentials.create(fixed.accessKeyId(), fixed.secretAccessKey()));
    }

    private AwsCredentialsProvider assumedRole(CredentialSource.AssumedRole assumed) {
        CredentialSource.Role role = assumed.role();
        return opened.add(StsAssumeRoleCredentialsProvider.builder()
                .stsClient(tokenService(provider(assumed.base()), assumed.service()))
                .refreshRequest(request -> request.roleArn(role.arn())
                        .roleSessionName(role.sessionName())
                        .durationSeconds(Math.toIntExact(role.duration().toSeconds()))
                        .externalId(assumed.externalId().orElse(null)))
                .build());
    }

    /** The token itself proves who asks, so that these requests are not signed. */
    private AwsCredentialsProvider webIdentity(CredentialSource.WebIdentity web) {
        return opened.add(StsAssumeRoleWithWebIdentityCredentialsProvider.builder()
                .stsClient(tokenService(AnonymousCredentialsProvider.create(), web.service()))
                .refreshRequest(() -> request(web))
                .build());
    }

    private static AssumeRoleWithWebIdentityRequest request(CredentialSource.WebIdentity web) {
        CredentialSource.Role role = web.role();
        return AssumeRoleWithWebIdentityRequest.builder()
                .roleArn(role.arn())
                .roleSessionName(role.sessionName())
                .durationSeconds(Math.toIntExact(role.duration().toSeconds()))
                .webIdentityToken(token(web.tokenFile()))
                .build();
    }

    private static String token(Path file) {
        try {
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw SdkClientException.create("Unable to load credentials from " + file, e);
        }
    }

    private StsClient tokenService(AwsCredentialsProvider base, CredentialSource.TokenService service) {
        StsClientBuilder builder = StsClient.builder()
                .httpClientBuilder(HttpTransport.of(settings.transport()))
                .credentialsProvider(base)
                .overrideConfiguration(override -> HttpTransport.limit(override, settings)
                        .retryStrategy(HttpTransport.retries(settings.retries()).build()));
        service.endpoint().ifPresent(builder::endpointOverride);
        region(service).ifPresent(builder::region);
        return opened.add(builder.build());
    }

    private Optional<Region> region(CredentialSource.TokenService service) {
        Optional<URI> elsewhere = service.endpoint().or(settings::endpoint);
        return service.region()
                .or(settings::region)
                .map(Region::of)
                .or(() -> elsewhere.map(endpoint -> Region.US_EAST_1));
    }
}
