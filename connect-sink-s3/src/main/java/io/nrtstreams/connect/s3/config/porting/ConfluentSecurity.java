package io.nrtstreams.connect.s3.config.porting;

import static io.nrtstreams.connect.s3.config.porting.PeerKey.alias;

import io.nrtstreams.connect.s3.config.porting.PeerKey.Trait;
import java.util.List;

/** As whom Confluent's S3 sink speaks to the store, and how objects are encrypted. */
final class ConfluentSecurity {
    private static final String PROVIDER = "s3.credentials.provider.class";
    private static final String ROLE = "s3.credentials.provider.sts.role.arn";
    private static final String ENCRYPTION = "s3.ssea.name";
    private static final String CUSTOMER_KEY = "s3.sse.customer.key";
    private static final String KMS_KEY = "s3.sse.kms.key.id";
    private static final String DEFAULT_PROVIDER = "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider";
    private static final String ASSUME_ROLE = "io.confluent.connect.s3.auth.AwsAssumeRoleCredentialsProvider";

    private ConfluentSecurity() {}

    static List<PeerKey> keys() {
        return List.of(
                alias("aws.access.key.id", "", "s3.access.key.id").with(Trait.SECRET),
                alias("aws.secret.access.key", "", "s3.secret.access.key").with(Trait.SECRET),
                PeerKey.of(PROVIDER, DEFAULT_PROVIDER, List.of(PROVIDER), ConfluentSecurity::provider)
                        .remark("Read as it is, but for the default chain, which needs no class, and for"
                                + " `AwsAssumeRoleCredentialsProvider`, whose role is `s3.role.arn`."),
                role(ROLE, "s3.role.arn"),
                role("s3.credentials.provider.sts.role.external.id", "s3.role.external.id"),
                role("s3.credentials.provider.sts.role.session.name", "s3.role.session.name"),
                role("s3.credentials.provider.sts.region", "s3.sts.region"),
                PeerKey.of(ENCRYPTION, "", List.of("s3.sse"), ConfluentSecurity::encryption)
                        .remark("With `s3.sse.customer.key`, `AES256` is the customer's key alone, as there."),
                PeerKey.of(CUSTOMER_KEY, "", List.of(CUSTOMER_KEY), ConfluentSecurity::customerKey)
                        .with(Trait.SECRET),
                PeerKey.of(KMS_KEY, "", List.of(KMS_KEY), ConfluentSecurity::kmsKey));
    }

    private static Outcome provider(String value, Given given) {
        if (value.equals(ASSUME_ROLE)) {
            return given.set(ROLE).isPresent()
                    ? Outcome.settled()
                    : new Outcome.Refused("the role is missing: set s3.role.arn instead");
        }
        return provider(value);
    }

    /** What becomes of a class of the AWS SDK, or of somebody's own, that provides credentials. */
    static Outcome provider(String value) {
        if (value.equals(DEFAULT_PROVIDER) || value.equals("com.amazonaws.auth.DefaultAWSCredentialsProviderChain")) {
            return Outcome.settled();
        }
        if (value.startsWith("com.amazonaws.")) {
            return new Outcome.Refused(
                    "this class belongs to version 1 of the AWS SDK, which is not here; name one that"
                            + " implements software.amazon.awssdk.auth.credentials.AwsCredentialsProvider in"
                            + " s3.credentials.provider.class");
        }
        return Outcome.becomes(PROVIDER, value);
    }

    private static PeerKey role(String name, String target) {
        return PeerKey.of(name, "", List.of(target), (value, given) -> role(value, target, given.value(PROVIDER)))
                .with(Trait.SECRET)
                .remark("With `AwsAssumeRoleCredentialsProvider`; any other class is handed it as it is.");
    }

    private static Outcome role(String value, String target, String provider) {
        return switch (provider) {
            case ASSUME_ROLE -> Outcome.becomes(target, value);
            case DEFAULT_PROVIDER ->
                new Outcome.Ignored("only " + ASSUME_ROLE + " reads it; to assume a role set s3.role.arn");
            default -> new Outcome.Kept();
        };
    }

    private static Outcome encryption(String value, Given given) {
        boolean customerKey = given.set(CUSTOMER_KEY).isPresent();
        return value.equalsIgnoreCase("AES256") && customerKey ? Outcome.settled() : Outcome.becomes("s3.sse", value);
    }

    private static Outcome customerKey(String value, Given given) {
        return given.value(ENCRYPTION).equalsIgnoreCase("AES256")
                ? Outcome.becomes(CUSTOMER_KEY, value)
                : new Outcome.Refused(
                        "it encrypts nothing there without s3.ssea.name=AES256: set that, or remove this");
    }

    private static Outcome kmsKey(String value, Given given) {
        boolean read = given.value(ENCRYPTION).startsWith("aws:kms")
                || given.set("s3.sse").isPresent();
        return read
                ? Outcome.becomes(KMS_KEY, value)
                : new Outcome.Ignored("only s3.ssea.name=aws:kms reads it; to encrypt with it set that");
    }
}
