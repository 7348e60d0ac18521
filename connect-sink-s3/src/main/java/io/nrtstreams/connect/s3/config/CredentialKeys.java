package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.Durations;
import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Validators;
import io.nrtstreams.connect.s3.storage.CredentialSource;
import io.nrtstreams.connect.s3.storage.CredentialSource.Role;
import io.nrtstreams.connect.s3.storage.CredentialSource.TokenService;
import io.nrtstreams.connect.s3.storage.CustomCredentials;
import io.nrtstreams.connect.s3.storage.StoreSettings.Credentials;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The keys that say where credentials come from. */
final class CredentialKeys {
    static final String ACCESS_KEY_ID = "s3.access.key.id";
    static final String SECRET_ACCESS_KEY = "s3.secret.access.key";
    static final String SESSION_TOKEN = "s3.session.token";
    static final String PROFILE = "s3.profile";
    static final String ROLE_ARN = "s3.role.arn";
    static final String ROLE_EXTERNAL_ID = "s3.role.external.id";
    static final String ROLE_SESSION_NAME = "s3.role.session.name";
    static final String ROLE_DURATION = "s3.role.duration";
    static final String WEB_IDENTITY_TOKEN_FILE = "s3.web.identity.token.file";
    static final String STS_REGION = "s3.sts.region";
    static final String STS_ENDPOINT = "s3.sts.endpoint";
    static final String PROVIDER_PREFIX = "s3.credentials.provider.";
    static final String PROVIDER_CLASS = PROVIDER_PREFIX + "class";

    private static final Duration SHORTEST_ROLE = Duration.ofMinutes(15);
    private static final Duration LONGEST_ROLE = Duration.ofHours(12);
    private static final Pattern ARN = Pattern.compile("arn:[^:\\s]+:[^:\\s]*:[^:\\s]*:[^:\\s]*:\\S+");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]{2,1224}");
    private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,64}");

    /** Each says whose credentials are used; more than one contradict each other. */
    private static final List<String> BASES = List.of(ACCESS_KEY_ID, PROFILE, WEB_IDENTITY_TOKEN_FILE, PROVIDER_CLASS);

    private CredentialKeys() {}

    static List<Key> keys() {
        return Stream.of(ownKeys(), roleKeys(), List.of(providerClass()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Key> ownKeys() {
        return List.of(
                Key.string(ACCESS_KEY_ID)
                        .doc(
                                "Access key id; without any of these keys the AWS default credential chain is used (environment,"
                                        + " profile, web identity, container, instance role)."),
                Key.password(SECRET_ACCESS_KEY).doc("Secret that belongs to `s3.access.key.id`."),
                Key.password(SESSION_TOKEN).doc("Session token of a temporary `s3.access.key.id`."),
                Key.string(PROFILE)
                        .validator(Validators.notBlank())
                        .doc("Profile of the worker's `~/.aws/credentials` and `~/.aws/config`, e.g. `lake`; its region"
                                + " applies as well."));
    }

    private static List<Key> roleKeys() {
        return List.of(
                Key.string(ROLE_ARN)
                        .validator(Values.matching(ARN, "a name such as arn:aws:iam::123456789012:role/lake-writer"))
                        .doc("Role to assume with the credentials that the other keys give."),
                Key.string(ROLE_EXTERNAL_ID)
                        .validator(Values.matching(EXTERNAL_ID, "2 to 1224 letters, digits and _ + = , . @ : / -"))
                        .doc("External id that the trust policy of `s3.role.arn` asks for."),
                Key.string(ROLE_SESSION_NAME)
                        .defaultsTo("nrt-streams")
                        .importance(Importance.LOW)
                        .validator(Values.matching(SESSION_NAME, "2 to 64 letters, digits and _ + = , . @ -"))
                        .doc("Name of the role's session, as audit logs show it."),
                Key.duration(ROLE_DURATION, SHORTEST_ROLE)
                        .defaultsTo("1h")
                        .importance(Importance.LOW)
                        .validator(Validators.checking("a duration from 15m to 12h", CredentialKeys::roleDuration))
                        .doc("How long the role's credentials are valid before new ones are fetched; a role allows 1h"
                                + " unless it says otherwise."),
                Key.string(WEB_IDENTITY_TOKEN_FILE)
                        .validator(Validators.checking("an absolute path", CredentialKeys::tokenFile))
                        .doc("File with the token by which `s3.role.arn` is assumed, e.g."
                                + " `/var/run/secrets/token`; it is read anew for each session."),
                Key.string(STS_REGION)
                        .importance(Importance.LOW)
                        .validator(StoreKeys.region())
                        .doc(
                                "AWS region of the token service that gives out `s3.role.arn`; without it that of the bucket."),
                Key.string(STS_ENDPOINT)
                        .importance(Importance.LOW)
                        .validator(Validators.checking("an http or https address", StoreKeys::address))
                        .doc("Address of a token service other than that of AWS, e.g. `http://127.0.0.1:9000`."));
    }

    private static Key providerClass() {
        return Key.string(PROVIDER_CLASS)
                .importance(Importance.LOW)
                .validator(Validators.checking(
                        "a class that implements AwsCredentialsProvider", CustomCredentials::requireUsable))
                .doc(
                        "Class that gives credentials: a `software.amazon.awssdk.auth.credentials.AwsCredentialsProvider` in"
                                + " this plugin's folder; what is set below `s3.credentials.provider.` is handed to it.");
    }

    private static Duration roleDuration(String text) {
        Duration duration = Durations.parse(text);
        if (duration.compareTo(SHORTEST_ROLE) < 0 || duration.compareTo(LONGEST_ROLE) > 0) {
            throw new IllegalArgumentException("expected a duration from 15m to 12h");
        }
        return duration;
    }

    private static Path tokenFile(String text) {
        try {
            Path file = Path.of(text.trim());
            if (file.isAbsolute()) {
                return file;
            }
        } catch (InvalidPathException e) {
            // The message below says what is expected.
        }
        throw new IllegalArgumentException("expected an absolute path such as /var/run/secrets/token");
    }

    /** Notes what is wrong with the keys taken together. */
    static void check(Values values) {
        requireBoth(values, ACCESS_KEY_ID, SECRET_ACCESS_KEY);
        requireBoth(values, SECRET_ACCESS_KEY, ACCESS_KEY_ID);
        requireBoth(values, SESSION_TOKEN, ACCESS_KEY_ID);
        requireBoth(values, WEB_IDENTITY_TOKEN_FILE, ROLE_ARN);
        requireMeaning(values, ROLE_EXTERNAL_ID, ROLE_ARN);
        requireMeaning(values, STS_REGION, ROLE_ARN);
        requireMeaning(values, STS_ENDPOINT, ROLE_ARN);
        if (values.has(WEB_IDENTITY_TOKEN_FILE) && values.has(ROLE_EXTERNAL_ID)) {
            values.problems()
                    .add(ROLE_EXTERNAL_ID, "a web identity has no external id; the token itself says who asks");
        }
        requireOneBase(values);
        requireProviderOfProperties(values);
    }

    private static void requireBoth(Values values, String given, String needed) {
        if (values.has(given) && !values.has(needed)) {
            values.problems().add(needed, "expected, as " + given + " is set");
        }
    }

    private static void requireMeaning(Values values, String given, String needed) {
        if (values.has(given) && !values.has(needed)) {
            values.problems().add(given, "has a meaning only with " + needed);
        }
    }

    private static void requireOneBase(Values values) {
        List<String> given = BASES.stream().filter(values::has).toList();
        given.stream()
                .skip(1)
                .forEach(other -> values.problems()
                        .add(other, "contradicts " + given.get(0) + ": both say whose credentials are used; keep one"));
    }

    private static void requireProviderOfProperties(Values values) {
        if (!values.has(PROVIDER_CLASS)) {
            values.below(PROVIDER_PREFIX).keySet().stream()
                    .sorted()
                    .forEach(name ->
                            values.problems().add(PROVIDER_PREFIX + name, "has a meaning only with " + PROVIDER_CLASS));
        }
    }

    /** The key that says whose credentials are used, or the first that could. */
    static String base(Values values) {
        return BASES.stream().filter(values::has).findFirst().orElse(ACCESS_KEY_ID);
    }

    static CredentialSource read(Values values) {
        if (values.has(WEB_IDENTITY_TOKEN_FILE)) {
            return new CredentialSource.WebIdentity(
                    tokenFile(values.text(WEB_IDENTITY_TOKEN_FILE)), role(values), tokenService(values));
        }
        if (values.has(ROLE_ARN)) {
            return new CredentialSource.AssumedRole(
                    source(values), role(values), values.optional(ROLE_EXTERNAL_ID), tokenService(values));
        }
        return source(values);
    }

    private static CredentialSource source(Values values) {
        if (values.has(PROFILE)) {
            return new CredentialSource.Profile(values.text(PROFILE).trim());
        }
        if (values.has(PROVIDER_CLASS)) {
            return new CredentialSource.Custom(values.text(PROVIDER_CLASS).trim(), values.below(PROVIDER_PREFIX));
        }
        return CredentialSource.of(values.optional(ACCESS_KEY_ID)
                .map(id -> new Credentials(
                        id, values.secret(SECRET_ACCESS_KEY).orElseThrow(), values.secret(SESSION_TOKEN))));
    }

    private static Role role(Values values) {
        return new Role(values.text(ROLE_ARN), values.text(ROLE_SESSION_NAME), values.duration(ROLE_DURATION));
    }

    private static TokenService tokenService(Values values) {
        return new TokenService(
                values.optional(STS_REGION), values.optional(STS_ENDPOINT).map(StoreKeys::address));
    }
}
