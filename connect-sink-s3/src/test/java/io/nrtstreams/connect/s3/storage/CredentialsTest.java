package io.nrtstreams.connect.s3.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.s3.storage.CredentialSource.Custom;
import io.nrtstreams.connect.s3.storage.CredentialSource.Fixed;
import io.nrtstreams.connect.s3.storage.CredentialSource.Role;
import io.nrtstreams.connect.s3.storage.CredentialSource.TokenService;
import io.nrtstreams.connect.s3.storage.RecordingEndpoint.Answer;
import io.nrtstreams.connect.s3.storage.RecordingEndpoint.Request;
import io.nrtstreams.connect.s3.storage.StoreException.Concern;
import io.nrtstreams.connect.s3.storage.StoreException.Kind;
import io.nrtstreams.connect.s3.storage.StoreSettings.Addressing;
import io.nrtstreams.connect.s3.storage.StoreSettings.Credentials;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.Configurable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Whose credentials sign a request, by each source of them. */
class CredentialsTest {
    private static final Role ROLE = new Role("arn:aws:iam::1:role/lake", "sink-7", Duration.ofMinutes(20));

    private final RecordingEndpoint endpoint = new RecordingEndpoint();
    private final SystemProperties properties = new SystemProperties();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        endpoint.close();
        properties.close();
    }

    private void put(CredentialSource source) {
        try (ObjectStore store = endpoint.open(settings -> settings.with(source))) {
            store.put(TestObjects.object("a", "text"));
        }
    }

    private TokenService tokenService() {
        return new TokenService(Optional.of("eu-west-1"), Optional.of(endpoint.address()));
    }

    private static void isSignedBy(String id, Request request) {
        assertThat(request.header("authorization")).contains("Credential=" + id + "/");
    }

    private static Map<String, String> form(Request request) {
        Map<String, String> form = new HashMap<>();
        for (String pair : request.body().split("&")) {
            int equals = pair.indexOf('=');
            form.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return form;
    }

    @Test
    void aFixedPairSigns() {
        put(new Fixed(new Credentials("id", "secret")));

        isSignedBy("id", endpoint.request("PUT"));
        assertThat(endpoint.request("PUT").headers()).doesNotContainKey("x-amz-security-token");
    }

    @Test
    void aSessionTokenGoesAlong() {
        put(new Fixed(new Credentials("id", "secret", Optional.of("token"))));

        assertThat(endpoint.request("PUT").header("x-amz-security-token")).isEqualTo("token");
    }

    @Test
    void aRoleIsAssumedWithTheBaseCredentialsAndSigns() {
        put(new CredentialSource.AssumedRole(
                new Fixed(new Credentials("base", "secret")), ROLE, Optional.of("ext-1"), tokenService()));

        Request assumed = endpoint.request("POST");
        isSignedBy("base", assumed);
        assertThat(assumed.header("authorization")).contains("/eu-west-1/sts/");
        assertThat(form(assumed))
                .containsEntry("Action", "AssumeRole")
                .containsEntry("RoleArn", "arn:aws:iam::1:role/lake")
                .containsEntry("RoleSessionName", "sink-7")
                .containsEntry("ExternalId", "ext-1")
                .containsEntry("DurationSeconds", "1200");
        isSignedBy("role-id", endpoint.request("PUT"));
        assertThat(endpoint.request("PUT").header("x-amz-security-token")).isEqualTo("role-token");
    }

    @Test
    void aRoleIsAssumedOnceForManyRequests() {
        CredentialSource role = new CredentialSource.AssumedRole(
                new Fixed(new Credentials("base", "secret")), ROLE, Optional.empty(), tokenService());
        try (ObjectStore store = endpoint.open(settings -> settings.with(role))) {
            store.put(TestObjects.object("a", "text"));
            store.put(TestObjects.object("b", "text"));
        }

        assertThat(endpoint.kinds()).containsExactly("POST", "PUT", "PUT");
        assertThat(form(endpoint.request("POST"))).doesNotContainKey("ExternalId");
    }

    @Test
    void aRoleThatIsRefusedIsNamedWithTheRemedy() {
        endpoint.answering(request -> request.kind().equals("POST")
                ? Optional.of(new Answer(
                        403,
                        Map.of(),
                        "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>"))
                : Optional.empty());
        CredentialSource role = new CredentialSource.AssumedRole(
                new Fixed(new Credentials("base", "secret")), ROLE, Optional.of("ext-1"), tokenService());

        assertThatThrownBy(() -> put(role))
                .isInstanceOfSatisfying(StoreException.class, e -> {
                    assertThat(e.kind()).isEqualTo(Kind.PERMANENT);
                    assertThat(e.concern()).isEqualTo(Concern.ROLE);
                })
                .hasMessage(
                        "bucket lake, writing a: status 403 AccessDenied, the token service does not give out the role of"
                                + " s3.role.arn; its trust policy must name these credentials, with the s3.role.external.id and the"
                                + " s3.role.duration that it allows");
    }

    @Test
    void aTokenInAFileAssumesARole() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "web-token");

        put(new CredentialSource.WebIdentity(token, ROLE, tokenService()));

        assertThat(form(endpoint.request("POST")))
                .containsEntry("Action", "AssumeRoleWithWebIdentity")
                .containsEntry("WebIdentityToken", "web-token")
                .containsEntry("RoleArn", "arn:aws:iam::1:role/lake")
                .containsEntry("RoleSessionName", "sink-7")
                .containsEntry("DurationSeconds", "1200");
        assertThat(endpoint.request("POST").headers()).doesNotContainKey("authorization");
        isSignedBy("role-id", endpoint.request("PUT"));
    }

    @Test
    void aMissingTokenFileIsNamedWithTheRemedy() {
        Path missing = folder.resolve("no-token");

        assertThatThrownBy(() -> put(new CredentialSource.WebIdentity(missing, ROLE, tokenService())))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.concern()).isEqualTo(Concern.CREDENTIALS))
                .hasMessage("bucket lake, writing a: the token cannot be read from " + missing
                        + "; check s3.web.identity.token.file");
    }

    /** The properties are what AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN are among environment variables. */
    @Test
    void theDefaultChainTakesTheWebIdentityOfTheEnvironment() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "web-token");
        properties.set("aws.webIdentityTokenFile", token.toString());
        properties.set("aws.roleArn", "arn:aws:iam::1:role/pod");
        properties.set("aws.region", "eu-west-1");
        properties.set("aws.endpointUrlSts", endpoint.address().toString());

        put(new CredentialSource.DefaultChain());

        assertThat(form(endpoint.request("POST")))
                .containsEntry("Action", "AssumeRoleWithWebIdentity")
                .containsEntry("WebIdentityToken", "web-token")
                .containsEntry("RoleArn", "arn:aws:iam::1:role/pod");
        isSignedBy("role-id", endpoint.request("PUT"));
    }

    @Test
    void aProfileSigns() throws IOException {
        Path file = Files.writeString(
                folder.resolve("credentials"),
                "[lake]\naws_access_key_id = profile-id\naws_secret_access_key = secret\n");
        properties.set("aws.sharedCredentialsFile", file.toString());

        put(new CredentialSource.Profile("lake"));

        isSignedBy("profile-id", endpoint.request("PUT"));
    }

    @Test
    void theRegionOfAProfileAppliesWhereNoneIsSet() throws IOException {
        Path file = Files.writeString(
                folder.resolve("config"),
                "[profile lake]\nregion = eu-south-1\naws_access_key_id = profile-id\naws_secret_access_key = secret\n");
        properties.set("aws.configFile", file.toString());
        properties.set("aws.endpointUrlS3", endpoint.address().toString());
        StoreSettings settings = new StoreSettings(
                        "lake", Optional.empty(), Optional.empty(), Addressing.PATH, Optional.empty(), 8 << 20, 1, 1)
                .with(new CredentialSource.Profile("lake"));

        try (ObjectStore store = ObjectStores.open(settings)) {
            store.put(TestObjects.object("a", "text"));
        }

        assertThat(endpoint.request("PUT").header("authorization"))
                .contains("Credential=profile-id/")
                .contains("/eu-south-1/s3/");
    }

    @Test
    void credentialsThatWereThereBeforeAreAwaited() {
        Failing.FAILS.set(false);
        CredentialSource source = new Custom(Failing.class.getName(), Map.of());
        try (ObjectStore store = endpoint.open(settings -> settings.with(source))) {
            store.put(TestObjects.object("a", "text"));
            Failing.FAILS.set(true);

            assertThatThrownBy(() -> store.put(TestObjects.object("b", "text")))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TRANSIENT))
                    .hasMessageContaining("gives no credentials");
        }
    }

    @Test
    void aMissingProfileIsNamedWithTheRemedy() throws IOException {
        Path file = Files.writeString(folder.resolve("credentials"), "[other]\n");
        properties.set("aws.sharedCredentialsFile", file.toString());

        assertThatThrownBy(() -> put(new CredentialSource.Profile("lake")))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.concern()).isEqualTo(Concern.CREDENTIALS))
                .hasMessage(
                        "bucket lake, writing a: the profile lake gives no credentials; check s3.profile and the worker's"
                                + " ~/.aws/credentials");
    }

    @Test
    void theProfileThatARoleIsAssumedWithIsNamedWhereItIsMissing() throws IOException {
        Path file = Files.writeString(folder.resolve("credentials"), "[other]\n");
        properties.set("aws.sharedCredentialsFile", file.toString());

        assertThatThrownBy(() -> put(new CredentialSource.AssumedRole(
                        new CredentialSource.Profile("lake"), ROLE, Optional.empty(), tokenService())))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the profile lake gives no credentials; check s3.profile");
    }

    @Test
    void aClassOfTheUsersSignsWithItsPropertiesAndIsClosed() {
        Configured.CLOSED.set(false);

        put(new Custom(Configured.class.getName(), Map.of("id", "custom-id")));

        isSignedBy("custom-id", endpoint.request("PUT"));
        assertThat(Configured.CLOSED).isTrue();
    }

    @Test
    void aClassWithAStaticCreateSigns() {
        put(new Custom(Created.class.getName(), Map.of()));

        isSignedBy("created-id", endpoint.request("PUT"));
    }

    @Test
    void aClassThatFailsIsNamedWithItsCause() {
        Failing.FAILS.set(true);
        assertThatThrownBy(() -> put(new Custom(Failing.class.getName(), Map.of())))
                .isInstanceOfSatisfying(StoreException.class, e -> {
                    assertThat(e.concern()).isEqualTo(Concern.CREDENTIALS);
                    assertThat(e.kind()).isEqualTo(Kind.PERMANENT);
                })
                .hasMessageContaining("the class " + Failing.class.getName() + " gives no credentials")
                .hasRootCauseMessage("vault is sealed");
        assertThatThrownBy(() -> put(new Custom(Created.class.getName(), Map.of("a", "b"))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(
                        "it takes no properties, as it is no org.apache.kafka.common.Configurable; remove [a]");
        assertThatThrownBy(() -> put(new Custom(Configured.class.getName(), Map.of())))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be used: it does not take its properties")
                .hasRootCauseMessage("id is missing");
    }

    @Test
    void aClassThatCannotGiveCredentialsIsRefusedWithoutRunningIt() {
        assertThatThrownBy(() -> CustomCredentials.requireUsable("com.example.Nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the class com.example.Nowhere cannot be loaded (ClassNotFoundException); put its jar and what it"
                                + " needs into this plugin's folder");
        assertThatThrownBy(() -> CustomCredentials.requireUsable("java.lang.String"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("which java.lang.String does not (that of the SDK 1 is another)");
        assertThatThrownBy(() -> CustomCredentials.requireUsable(Unmakeable.class.getName()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a class with a public static create() or a public constructor");
    }

    @Test
    void nothingShowsASecret() {
        Credentials secret = new Credentials("id", "s3cret", Optional.of("s3cret"));
        assertThat(endpoint.settings().with(new Fixed(secret)).with(new Encryption.CustomerKey("s3cret")))
                .asString()
                .contains("id")
                .doesNotContain("s3cret");
        assertThat(new Custom("c", Map.of("password", "s3cret"))).asString().isEqualTo("Custom[c with [password]]");
        assertThat(new Transport.Login("me", "s3cret")).asString().isEqualTo("Login[user=me]");
    }

    /** A provider that is configured and closed. */
    public static final class Configured implements AwsCredentialsProvider, Configurable, AutoCloseable {
        static final AtomicBoolean CLOSED = new AtomicBoolean();
        private String id = "";

        @Override
        public void configure(Map<String, ?> configs) {
            if (!configs.containsKey("id")) {
                throw new IllegalArgumentException("id is missing");
            }
            id = String.valueOf(configs.get("id"));
        }

        @Override
        public AwsCredentials resolveCredentials() {
            return AwsBasicCredentials.create(id, "secret");
        }

        @Override
        public void close() {
            CLOSED.set(true);
        }
    }

    /** A provider made by its own method. */
    public static final class Created implements AwsCredentialsProvider {
        private Created() {}

        public static Created create() {
            return new Created();
        }

        @Override
        public AwsCredentials resolveCredentials() {
            return AwsBasicCredentials.create("created-id", "secret");
        }
    }

    /** A provider that may have nothing to give. */
    public static final class Failing implements AwsCredentialsProvider {
        static final AtomicBoolean FAILS = new AtomicBoolean();

        @Override
        public AwsCredentials resolveCredentials() {
            if (!FAILS.get()) {
                return AwsBasicCredentials.create("id", "secret");
            }
            throw new IllegalStateException("vault is sealed");
        }
    }

    /** A provider that nobody can make. */
    public static final class Unmakeable implements AwsCredentialsProvider {
        private Unmakeable() {}

        @Override
        public AwsCredentials resolveCredentials() {
            throw new IllegalStateException("nobody made this");
        }
    }
}
