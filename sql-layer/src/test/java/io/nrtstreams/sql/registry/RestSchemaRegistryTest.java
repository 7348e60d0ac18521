package io.nrtstreams.sql.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.registry.SchemaRegistry.Kind;
import io.nrtstreams.sql.registry.SchemaRegistry.Reference;
import io.nrtstreams.sql.registry.SchemaRegistry.RegisteredSchema;
import io.nrtstreams.sql.registry.SchemaRegistry.SchemaText;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestSchemaRegistryTest {

    private static final SchemaText STRING = new SchemaText(Kind.AVRO, "\"string\"", List.of());

    private RegistryServer server;

    @BeforeEach
    void start() throws IOException {
        server = new RegistryServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RestSchemaRegistry registry() {
        return registry(new RegistryCredentials.Anonymous(), 100);
    }

    private RestSchemaRegistry registry(RegistryCredentials credentials, int cacheSize) {
        return new RestSchemaRegistry(new RegistrySettings(
                List.of(server.url()), credentials, Duration.ofSeconds(5), 3, Duration.ofMillis(1), cacheSize));
    }

    @Test
    void registersASchemaOnceAndFindsItByIdAndSubject() {
        RestSchemaRegistry registry = registry();

        int id = registry.register("a b/c-value", STRING);
        registry.register("a b/c-value", STRING);

        assertThat(registry.byId(id)).contains(new RegisteredSchema(id, STRING));
        assertThat(registry.latest("a b/c-value")).contains(new RegisteredSchema(id, STRING));
        assertThat(server.requests())
                .containsExactly(
                        "POST /subjects/a%20b%2Fc-value/versions",
                        "GET /schemas/ids/1", "GET /subjects/a%20b%2Fc-value/versions/latest");
    }

    @Test
    void whatTheRegistryDoesNotKnowIsEmpty() {
        assertThat(registry().byId(9)).isEmpty();
        assertThat(registry().latest("t-value")).isEmpty();
    }

    @Test
    void keepsSchemasByIdUpToTheLimit() throws IOException {
        server.add("a", "{\"schema\":\"1\"}");
        server.add("a", "{\"schema\":\"2\"}");
        RestSchemaRegistry registry = registry(new RegistryCredentials.Anonymous(), 1);

        registry.byId(1);
        registry.byId(1);
        registry.byId(2);
        registry.byId(1);

        assertThat(server.requests()).containsExactly("GET /schemas/ids/1", "GET /schemas/ids/2", "GET /schemas/ids/1");
    }

    @Test
    void anUnknownIdIsAskedForAgain() throws IOException {
        RestSchemaRegistry registry = registry();

        assertThat(registry.byId(1)).isEmpty();
        server.add("a", "{\"schema\":\"1\"}");

        assertThat(registry.byId(1)).isPresent();
    }

    @Test
    void whatIsLatestIsAskedForEachTime() {
        RestSchemaRegistry registry = registry();
        registry.register("s", STRING);
        registry.latest("s");
        SchemaText next = new SchemaText(Kind.JSON, "{}", List.of());

        registry.register("s", next);

        assertThat(registry.latest("s")).contains(new RegisteredSchema(2, next));
    }

    @Test
    void referencesAreFollowedAndRegistered() {
        SchemaText inner = new SchemaText(Kind.PROTOBUF, "inner", List.of());
        SchemaText middle = new SchemaText(Kind.PROTOBUF, "middle", List.of(new Reference("inner.proto", inner)));
        SchemaText outer = new SchemaText(Kind.PROTOBUF, "outer", List.of(new Reference("middle.proto", middle)));

        int id = registry().register("t-value", outer);

        assertThat(registry().byId(id)).contains(new RegisteredSchema(id, outer));
        assertThat(registry().latest("inner.proto").map(RegisteredSchema::schema))
                .contains(inner);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void asksAgainWhatFailsInPassing(int status) {
        server.plan(status, "");
        server.plan(status, "<html>");

        assertThat(registry().register("s", STRING)).isEqualTo(1);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void givesUpAfterTheAttempts() {
        for (int i = 0; i < 3; i++) {
            server.plan(503, "{\"error_code\":50003,\"message\":\"no leader\"}");
        }

        assertThatThrownBy(() -> registry().latest("t-value"))
                .isInstanceOf(RegistryException.class)
                .hasMessage("the schema registry " + server.url()
                        + " answered HTTP 503 (no leader) for subject t-value (after 3 attempts)");
    }

    @Test
    void doesNotRepeatWhatTheRegistryRefuses() {
        server.plan(409, "{\"error_code\":409,\"message\":\"incompatible\"}");

        assertThatThrownBy(() -> registry().register("t-value", STRING))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("answered HTTP 409 (incompatible) for subject t-value");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anAnswerThatIsNoRegistrysIsToldSo() {
        server.plan(200, "<html>");
        server.plan(200, "{}");

        assertThatThrownBy(() -> registry().byId(3)).hasMessageContaining("something else than JSON for schema id 3");
        assertThatThrownBy(() -> registry().byId(3)).hasMessageContaining("answer for schema id 3 has no schema");
    }

    @Test
    void sendsCredentialsAndNeverTellsThem() {
        RegistryCredentials basic = new RegistryCredentials.Basic("user", "hush");
        RegistryCredentials bearer = new RegistryCredentials.Bearer("hush");
        server.plan(401, "{\"message\":\"user:hush\"}");

        assertThatThrownBy(() -> registry(basic, 1).byId(1))
                .hasMessageContaining("HTTP 401 (the credentials are missing")
                .hasMessageNotContaining("hush");
        registry(bearer, 1).byId(1);
        registry().byId(1);

        assertThat(server.authorizations()).containsExactly("Basic dXNlcjpodXNo", "Bearer hush", null);
        assertThat(basic + " " + bearer).doesNotContain("hush");
    }

    @Test
    void takesTheUserOutOfTheUrl() {
        RegistrySettings settings = RegistrySettings.parse("https://us%2Fer:p%40ss@host:8081/base");

        assertThat(settings.urls()).containsExactly(URI.create("https://host:8081/base"));
        assertThat(settings.credentials()).isEqualTo(new RegistryCredentials.Basic("us/er", "p@ss"));
        assertThat(settings.toString()).doesNotContain("p@ss");
    }

    @Test
    void goesOnToTheNextNode() {
        RegistryServer dead = closed();
        RestSchemaRegistry registry = new RestSchemaRegistry(new RegistrySettings(
                List.of(dead.url(), server.url()),
                new RegistryCredentials.Anonymous(),
                Duration.ofSeconds(5),
                2,
                Duration.ofMillis(1),
                10));

        assertThat(registry.register("s", STRING)).isEqualTo(1);
    }

    private static RegistryServer closed() {
        try {
            RegistryServer server = new RegistryServer();
            server.close();
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void saysWhichNodeCannotBeReached() {
        URI url = server.url();
        server.close();

        assertThatThrownBy(() -> registry().byId(4))
                .isInstanceOf(RegistryException.class)
                .hasMessageStartingWith("the schema registry " + url + " cannot be reached for schema id 4: ")
                .hasMessageEndingWith("(after 3 attempts)");
    }
}
