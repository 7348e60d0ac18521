package io.nrtstreams.connect.s3.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.s3.S3SinkConnector;
import io.nrtstreams.connect.s3.storage.CredentialSource;
import io.nrtstreams.connect.s3.storage.CredentialSource.Custom;
import io.nrtstreams.connect.s3.storage.CredentialSource.Fixed;
import io.nrtstreams.connect.s3.storage.CredentialSource.Profile;
import io.nrtstreams.connect.s3.storage.CredentialSource.Role;
import io.nrtstreams.connect.s3.storage.CredentialSource.TokenService;
import io.nrtstreams.connect.s3.storage.Encryption;
import io.nrtstreams.connect.s3.storage.Encryption.Layers;
import io.nrtstreams.connect.s3.storage.ObjectChecksum;
import io.nrtstreams.connect.s3.storage.ObjectOptions;
import io.nrtstreams.connect.s3.storage.Retries;
import io.nrtstreams.connect.s3.storage.StoreSettings;
import io.nrtstreams.connect.s3.storage.StoreSettings.Addressing;
import io.nrtstreams.connect.s3.storage.StoreSettings.Credentials;
import io.nrtstreams.connect.s3.storage.Transport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;

/** The keys that say how the store is spoken to, and what contradicts itself among them. */
class StoreConfigurationTest {
    private static final String PROVIDER = EnvironmentVariableCredentialsProvider.class.getName();
    private static final String ROLE = "arn:aws:iam::123456789012:role/lake";
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    /** @param more {@code key=value}; the first equals sign parts them */
    private static Map<String, String> properties(String... more) {
        Map<String, String> properties =
                new HashMap<>(Map.of("name", "sink", "topics", "devices", "s3.bucket", "lake"));
        for (String pair : more) {
            int equals = pair.indexOf('=');
            properties.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return properties;
    }

    private static StoreSettings settings(String... more) {
        return SinkSettings.read(properties(more)).store();
    }

    private static List<String> problems(String... more) {
        return new S3SinkConnector()
                .validate(properties(more)).configValues().stream()
                        .map(ConfigValue::errorMessages)
                        .flatMap(List::stream)
                        .toList();
    }

    @Test
    void theDefaultsAreThese() {
        assertThat(settings())
                .isEqualTo(new StoreSettings(
                        "lake",
                        Optional.empty(),
                        Optional.empty(),
                        Addressing.VIRTUAL_HOST,
                        new CredentialSource.DefaultChain(),
                        new Encryption.BucketDefault(),
                        new ObjectOptions(Optional.empty(), Optional.empty(), Map.of(), Map.of(), ObjectChecksum.CRC32),
                        8 << 20,
                        new Retries(4, Duration.ofMillis(100), Duration.ofSeconds(20)),
                        new Transport(
                                9,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(30),
                                Duration.ofMinutes(2),
                                Optional.empty())));
    }

    static Stream<Arguments> credentials() {
        Fixed fixed = new Fixed(new Credentials("id", "secret"));
        Role role = new Role(ROLE, "nrt-streams", Duration.ofHours(1));
        TokenService aws = new TokenService(Optional.empty(), Optional.empty());
        String[] pair = {"s3.access.key.id=id", "s3.secret.access.key=secret"};
        return Stream.of(
                Arguments.of(pair, fixed),
                Arguments.of(
                        new String[] {pair[0], pair[1], "s3.session.token=t"},
                        new Fixed(new Credentials("id", "secret", Optional.of("t")))),
                Arguments.of(new String[] {"s3.profile=lake"}, new Profile("lake")),
                Arguments.of(
                        new String[] {
                            "s3.credentials.provider.class=" + PROVIDER, "s3.credentials.provider.vault.path=a"
                        },
                        new Custom(PROVIDER, Map.of("vault.path", "a"))),
                Arguments.of(
                        new String[] {"s3.role.arn=" + ROLE},
                        new CredentialSource.AssumedRole(
                                new CredentialSource.DefaultChain(), role, Optional.empty(), aws)),
                Arguments.of(
                        new String[] {
                            pair[0],
                            pair[1],
                            "s3.role.arn=" + ROLE,
                            "s3.role.external.id=ext",
                            "s3.role.session.name=sink",
                            "s3.role.duration=30m",
                            "s3.sts.region=eu-west-1",
                            "s3.sts.endpoint=https://sts.example"
                        },
                        new CredentialSource.AssumedRole(
                                fixed,
                                new Role(ROLE, "sink", Duration.ofMinutes(30)),
                                Optional.of("ext"),
                                new TokenService(
                                        Optional.of("eu-west-1"), Optional.of(URI.create("https://sts.example"))))),
                Arguments.of(
                        new String[] {"s3.role.arn=" + ROLE, "s3.web.identity.token.file=/var/token"},
                        new CredentialSource.WebIdentity(Path.of("/var/token"), role, aws)));
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void credentialsComeFromWhereTheKeysSay(String[] keys, CredentialSource source) {
        assertThat(problems(keys)).isEmpty();
        assertThat(settings(keys).credentials()).isEqualTo(source);
    }

    static Stream<Arguments> encryptions() {
        Optional<String> no = Optional.empty();
        return Stream.of(
                Arguments.of(new String[] {"s3.sse=aes256"}, new Encryption.StoreKeys()),
                Arguments.of(
                        new String[] {"s3.sse=aws:kms"}, new Encryption.ManagedKeys(Layers.ONE, no, Optional.empty())),
                Arguments.of(
                        new String[] {"s3.sse=aws:kms", "s3.sse.kms.key.id=alias/a", "s3.sse.bucket.key=true"},
                        new Encryption.ManagedKeys(Layers.ONE, Optional.of("alias/a"), Optional.of(true))),
                Arguments.of(
                        new String[] {"s3.sse=aws:kms:dsse"},
                        new Encryption.ManagedKeys(Layers.TWO, no, Optional.empty())),
                Arguments.of(new String[] {"s3.sse.customer.key=" + KEY}, new Encryption.CustomerKey(KEY)));
    }

    @ParameterizedTest
    @MethodSource("encryptions")
    void encryptionIsWhatTheKeysSay(String[] keys, Encryption encryption) {
        assertThat(problems(keys)).isEmpty();
        assertThat(settings(keys).encryption()).isEqualTo(encryption);
    }

    @Test
    void objectsGetWhatTheKeysSay() {
        StoreSettings settings = settings(
                "s3.storage.class=intelligent_tiering",
                "s3.acl=Bucket-Owner-Full-Control",
                "s3.tags=team=lake, formula=a=b,empty=",
                "s3.metadata=source=plant 7",
                "s3.checksum=SHA256");

        assertThat(settings.objects())
                .isEqualTo(new ObjectOptions(
                        Optional.of("INTELLIGENT_TIERING"),
                        Optional.of("bucket-owner-full-control"),
                        Map.of("team", "lake", "formula", "a=b", "empty", ""),
                        Map.of("source", "plant 7"),
                        ObjectChecksum.SHA256));
    }

    @Test
    void requestsTravelAsTheKeysSay() {
        StoreSettings settings = settings(
                "s3.attempts=7",
                "s3.retry.backoff=5ms",
                "s3.retry.backoff.max=1s",
                "s3.connect.timeout=2s",
                "s3.read.timeout=3s",
                "s3.request.timeout=4s",
                "s3.proxy.url=http://proxy:3128",
                "s3.proxy.user=me",
                "s3.proxy.password=pass",
                "s3.proxy.bypass=localhost,*.internal");

        assertThat(settings.retries()).isEqualTo(new Retries(7, Duration.ofMillis(5), Duration.ofSeconds(1)));
        assertThat(settings.transport())
                .isEqualTo(new Transport(
                        9,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        Optional.of(new Transport.Proxy(
                                URI.create("http://proxy:3128"),
                                Optional.of(new Transport.Login("me", "pass")),
                                Set.of("localhost", "*.internal")))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3.session.token=t | s3.access.key.id: expected, as s3.session.token is set",
                "s3.profile=  | s3.profile: expected a text that is not blank",
                "s3.role.arn=lake | s3.role.arn: expected a name such as arn:aws:iam::123456789012:role/lake-writer",
                "s3.role.external.id=ext | s3.role.external.id: has a meaning only with s3.role.arn",
                "s3.sts.region=eu-west-1 | s3.sts.region: has a meaning only with s3.role.arn",
                "s3.sts.endpoint=http://a | s3.sts.endpoint: has a meaning only with s3.role.arn",
                "s3.role.duration=5m | s3.role.duration: expected a duration from 15m to 12h",
                "s3.role.duration=13h | s3.role.duration: expected a duration from 15m to 12h",
                "s3.role.session.name=a b | s3.role.session.name: expected 2 to 64 letters",
                "s3.web.identity.token.file=/t | s3.role.arn: expected, as s3.web.identity.token.file is set",
                "s3.credentials.provider.class=com.example.No | s3.credentials.provider.class: the class com.example.No",
                "s3.credentials.provider.clas=x | s3.credentials.provider.clas: has a meaning only with",
                "s3.sse=kms | s3.sse: expected one of: none, AES256, aws:kms, aws:kms:dsse",
                "s3.sse.kms.key.id=k | s3.sse.kms.key.id: has a meaning only with s3.sse=aws:kms",
                "s3.sse.bucket.key=true | s3.sse.bucket.key: has a meaning only with s3.sse=aws:kms",
                "s3.sse.customer.key=c2hvcnQ= | s3.sse.customer.key: expected 32 bytes in Base64",
                "s3.storage.class=STANDARD_AI | (did you mean STANDARD_IA?)",
                "s3.acl=open | s3.acl: expected one of: ",
                "s3.tags=lake | s3.tags: expected pairs such as team=lake,stage=raw",
                "s3.tags=a=1,a=2 | s3.tags: expected different keys, but a comes twice",
                "s3.tags=aws:a=1 | s3.tags: expected tags of letters",
                "s3.metadata=nrt-topic=1 | s3.metadata: keys that begin with nrt- are the sink's own",
                "s3.metadata=Source=1 | s3.metadata: expected keys of at most 64 lower-case letters",
                "s3.metadata=source=ü | s3.metadata: expected keys of at most 64 lower-case letters",
                "s3.checksum=crc23 | (did you mean crc32?)",
                "s3.retry.backoff=1m | s3.retry.backoff: is longer than s3.retry.backoff.max",
                "s3.request.timeout=0ms | s3.request.timeout: expected a duration of at least 1ms",
                "s3.proxy.url=proxy:3128 | s3.proxy.url: expected an address such as",
                "s3.proxy.bypass=a | s3.proxy.bypass: has a meaning only with s3.proxy.url",
                "s3.endpoint=http://me:pw@store | s3.endpoint: expected an address such as",
                "validate.conection=true | did you mean validate.connection?",
            })
    void aMistakeIsToldWithItsKeyAndTheRemedy(String property, String message) {
        assertThat(problems(property)).singleElement().asString().contains(message);
        assertThatThrownBy(() -> settings(property))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    static Stream<Arguments> contradictions() {
        String id = "s3.access.key.id=id";
        String secret = "s3.secret.access.key=secret";
        return Stream.of(
                Arguments.of(
                        new String[] {id, secret, "s3.profile=lake"},
                        "s3.profile: contradicts s3.access.key.id: both say whose credentials are used; keep one"),
                Arguments.of(
                        new String[] {"s3.profile=lake", "s3.credentials.provider.class=" + PROVIDER},
                        "s3.credentials.provider.class: contradicts s3.profile"),
                Arguments.of(
                        new String[] {id, secret, "s3.role.arn=" + ROLE, "s3.web.identity.token.file=/t"},
                        "s3.web.identity.token.file: contradicts s3.access.key.id"),
                Arguments.of(
                        new String[] {"s3.role.arn=" + ROLE, "s3.web.identity.token.file=/t", "s3.role.external.id=ext"
                        },
                        "s3.role.external.id: a web identity has no external id"),
                Arguments.of(
                        new String[] {"s3.sse=AES256", "s3.sse.customer.key=" + KEY},
                        "s3.sse.customer.key: contradicts s3.sse=aes256; keep one"),
                Arguments.of(
                        new String[] {"s3.endpoint=http://store", "s3.sse.customer.key=" + KEY},
                        "s3.sse.customer.key: would be sent in the clear"),
                Arguments.of(
                        new String[] {"s3.proxy.url=http://proxy:1", "s3.proxy.user=me"},
                        "s3.proxy.password: expected, as the other half of the login to the proxy is set"),
                Arguments.of(
                        new String[] {"s3.proxy.user=me", "s3.proxy.password=pw"},
                        "s3.proxy.user: has a meaning only with s3.proxy.url"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void keysThatContradictEachOtherAreTold(String[] keys, String message) {
        assertThat(problems(keys)).singleElement().asString().startsWith(message);
    }

    @Test
    void moreThanS3TakesIsToldBeforeItIsSent() {
        String tags = "s3.tags="
                + String.join(
                        ",",
                        IntStream.range(0, 11).mapToObj(n -> "k" + n + "=v").toList());
        String metadata = "s3.metadata="
                + String.join(
                        ",",
                        IntStream.range(0, 3)
                                .mapToObj(n -> "k" + n + "=" + "v".repeat(400))
                                .toList());

        assertThat(problems(tags)).containsExactly("s3.tags: expected at most 10 tags, which is the most S3 takes");
        assertThat(problems(metadata)).containsExactly("s3.metadata: expected at most 1024 characters in all");
    }

    @Test
    void secretsAreHiddenByConnectAndInErrors() {
        assertThat(SinkKeys.definition().configKeys().values())
                .filteredOn(key -> key.type == ConfigDef.Type.PASSWORD)
                .extracting(key -> key.name)
                .containsExactlyInAnyOrder(
                        "s3.secret.access.key", "s3.session.token", "s3.sse.customer.key", "s3.proxy.password");
        assertThat(problems("s3.sse.customer.key=s3cret", "s3.proxy.password=s3cret", "s3.session.token=s3cret"))
                .hasSize(3)
                .noneMatch(message -> message.contains("s3cret"));
    }
}
