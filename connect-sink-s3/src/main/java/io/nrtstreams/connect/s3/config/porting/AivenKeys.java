package io.nrtstreams.connect.s3.config.porting;

import static io.nrtstreams.connect.s3.config.porting.PeerKey.REQUIRED;
import static io.nrtstreams.connect.s3.config.porting.PeerKey.alias;
import static io.nrtstreams.connect.s3.config.porting.PeerKey.ignored;
import static io.nrtstreams.connect.s3.config.porting.PeerKey.translated;

import io.nrtstreams.connect.s3.config.porting.PeerKey.Trait;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The keys of Aiven's S3 sink, version 3.4, and its defaults, as its own definition of them says. */
final class AivenKeys {
    private static final String ROLE = "aws.sts.role.arn";

    private AivenKeys() {}

    static List<PeerKey> all() {
        return Stream.of(store(), role(), AivenFormat.keys(), AivenFolders.keys())
                .flatMap(List::stream)
                .toList();
    }

    private static List<PeerKey> store() {
        PeerKey bucket = alias("aws.s3.bucket.name", REQUIRED, "s3.bucket");
        PeerKey id = alias("aws.access.key.id", "", "s3.access.key.id").with(Trait.SECRET);
        PeerKey secret =
                alias("aws.secret.access.key", "", "s3.secret.access.key").with(Trait.SECRET);
        PeerKey region = alias("aws.s3.region", "us-east-1", "s3.region").with(Trait.DEFAULT_APPLIES);
        PeerKey endpoint = PeerKey.of(
                        "aws.s3.endpoint", "", List.of("s3.endpoint", "s3.path.style"), AivenKeys::endpoint)
                .with(Trait.SECRET)
                .remark("The bucket is named in the path then, as there.");
        return List.of(
                bucket,
                bucket.olderName("aws_s3_bucket"),
                id,
                id.olderName("aws_access_key_id"),
                secret,
                secret.olderName("aws_secret_access_key"),
                region,
                region.olderName("aws_s3_region"),
                endpoint,
                endpoint.olderName("aws_s3_endpoint"),
                alias("aws.s3.part.size.bytes", "5242880", "s3.part.size"),
                alias("aws.s3.sse.algorithm", "", "s3.sse"),
                translated("aws.s3.backoff.delay.ms", "100", "s3.retry.backoff", Spelling::pause),
                translated("aws.s3.backoff.max.delay.ms", "20000", "s3.retry.backoff.max", Spelling::pause),
                translated("aws.s3.backoff.max.retries", "3", "s3.attempts", Spelling::attemptsOfRetries)
                        .remark("One more, as the first try counts."),
                translated("file.max.records", "0", "rotate.records", Spelling::limit)
                        .remark("Files end by `rotate.age` and `rotate.bytes` as well, rather than whenever offsets are"
                                + " committed."),
                ignored("kafka.retry.backoff.ms", "", "what fails for a while is tried again for retry.timeout"));
    }

    private static Outcome endpoint(String value, Given given) {
        return new Outcome.Becomes(Map.of("s3.endpoint", value), Map.of("s3.path.style", "true"), Optional.empty());
    }

    private static List<PeerKey> role() {
        return List.of(
                PeerKey.of(
                                "aws.credentials.provider",
                                "default chain",
                                List.of("s3.credentials.provider.class"),
                                (value, given) -> ConfluentSecurity.provider(value))
                        .remark("Without effect for the default chain."),
                alias(ROLE, "", "s3.role.arn").with(Trait.SECRET),
                ofRole("aws.sts.role.external.id", "", "s3.role.external.id", value -> value),
                ofRole("aws.sts.role.session.name", "", "s3.role.session.name", value -> value),
                ofRole("aws.sts.role.session.duration", "3600", "s3.role.duration", Spelling::seconds),
                ofRole("aws.sts.config.endpoint", "https://sts.amazonaws.com", "s3.sts.endpoint", value -> value));
    }

    private static PeerKey ofRole(String name, String standard, String target, UnaryOperator<String> translation) {
        Rule rule = (value, given) -> given.set(ROLE).isPresent()
                ? Outcome.becomes(target, translation.apply(value))
                : new Outcome.Ignored("only " + ROLE + " makes it mean something; to assume a role set s3.role.arn");
        return PeerKey.of(name, standard, List.of(target), rule)
                .with(Trait.SECRET)
                .remark("With `" + ROLE + "`, as there.");
    }
}
