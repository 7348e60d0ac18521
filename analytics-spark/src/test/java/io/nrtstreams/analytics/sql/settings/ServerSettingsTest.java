package io.nrtstreams.analytics.sql.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nrtstreams.analytics.sql.entity.SessionEntity.Property;
import io.nrtstreams.sql.registry.RegistryCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSettingsTest {

    @TempDir
    private Path folder;

    private static List<String> problems(Map<String, String> values) {
        InvalidSettingsException refused =
                catchThrowableOfType(InvalidSettingsException.class, () -> ServerSettings.of(values));
        return refused.problems();
    }

    @Test
    void hasADefaultForEverything() {
        ServerSettings settings = ServerSettings.of(Map.of());

        assertThat(settings.serviceId()).isEqualTo("nrt");
        assertThat(settings.serverId()).isEqualTo("127.0.0.1:8088");
        assertThat(settings.address()).isEqualTo("127.0.0.1:8088");
        assertThat(settings.http())
                .isEqualTo(new HttpSettings(
                        "127.0.0.1", 8088, Optional.empty(), false, Optional.empty(), Optional.empty()));
        assertThat(settings.kafka()).isEmpty();
        assertThat(settings.registry()).isEmpty();
        assertThat(settings.connect().url()).hasToString("http://127.0.0.1:8083");
        assertThat(settings.extensions()).isEmpty();
        assertThat(settings.queriesFile()).isEmpty();
        assertThat(settings.commandLogFile()).isEqualTo(Path.of("nrt-data/sql/commands.log"));
        assertThat(settings.commandPatience()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.checkpoints()).isEqualTo("nrt-data/sql/checkpoints");
        assertThat(settings.stores()).isEqualTo(Path.of("nrt-data/sql/tables"));
        assertThat(settings.batchRecords()).isEqualTo(500_000);
        assertThat(settings.processingLog()).hasValueSatisfying(log -> {
            assertThat(log.topic()).isEqualTo("nrt_processing_log");
            assertThat(log.stream()).contains("PROCESSING_LOG");
        });
        assertThat(settings.sessionDefaults()).isEmpty();
        assertThat(settings.limits())
                .isEqualTo(new RequestLimits(
                        4 << 20,
                        1 << 20,
                        1_000_000,
                        100,
                        16,
                        4,
                        Duration.ofMinutes(5),
                        Duration.ZERO,
                        Duration.ofSeconds(10)));
    }

    @Test
    void readsAFileUnderOverrides() throws IOException {
        Path file = Files.writeString(
                folder.resolve("server.properties"),
                "ksql.service.id=shop\nbootstrap.servers=a:9092,b:9092\nlisteners=http://0.0.0.0:8090\n"
                        + "ksql.streams.auto.offset.reset=earliest\nksql.query.pull.table.scan.enabled=false\n"
                        + "ksql.schema.registry.url=http://registry:8081\n"
                        + "ksql.schema.registry.basic.auth.user.info=me:se:cret\n"
                        + "security.protocol=SASL_SSL\nksql.streams.sasl.mechanism=PLAIN\n"
                        + "ksql.streams.ssl.keystore.password=hush\n");

        ServerSettings settings = ServerSettings.read(file, Map.of("ksql.service.id", "store"));

        assertThat(settings.serviceId()).isEqualTo("store");
        assertThat(settings.http().port()).isEqualTo(8090);
        assertThat(settings.kafka())
                .isEqualTo(Map.of(
                        "bootstrap.servers",
                        "a:9092,b:9092",
                        "security.protocol",
                        "SASL_SSL",
                        "sasl.mechanism",
                        "PLAIN",
                        "ssl.keystore.password",
                        "hush"));
        assertThat(settings.sessionDefaults())
                .isEqualTo(Map.of("auto.offset.reset", "earliest", "ksql.query.pull.table.scan.enabled", "false"));
        assertThat(settings.registry())
                .hasValueSatisfying(registry ->
                        assertThat(registry.credentials()).isEqualTo(new RegistryCredentials.Basic("me", "se:cret")));
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        assertThat(problems(Map.of(
                        "listeners", "127.0.0.1:8088",
                        "ksql.service.id", "no blanks",
                        "ksql.servic.id", "x",
                        "nrt.limit.pull.rows", "0",
                        "ksql.streams.auto.offset.reset", "sometimes",
                        "ksql.queries.file", folder.resolve("none.sql").toString())))
                .anySatisfy(problem -> assertThat(problem).contains("listeners", "http or https URL"))
                .anySatisfy(problem -> assertThat(problem).contains("ksql.service.id: expected letters"))
                .anySatisfy(problem -> assertThat(problem).contains("ksql.servic.id", "Did you mean ksql.service.id?"))
                .anySatisfy(problem -> assertThat(problem).contains("nrt.limit.pull.rows"))
                .anySatisfy(problem -> assertThat(problem).contains("earliest or latest"));
        assertThat(problems(Map.of(
                        "ksql.queries.file",
                        folder.resolve("none.sql").toString(),
                        "listeners",
                        "https://localhost:8088")))
                .anySatisfy(problem -> assertThat(problem).contains("ksql.queries.file", "is not there"))
                .anySatisfy(problem -> assertThat(problem).contains("https needs a certificate"));
    }

    @Test
    void hidesSecrets() {
        ServerSettings settings = ServerSettings.of(Map.of(
                "bootstrap.servers", "a:9092",
                "sasl.jaas.config", "very secret",
                "ksql.streams.ssl.keystore.password", "very secret",
                "ksql.connect.basic.auth.user.info", "me:very secret"));

        assertThat(settings.shown()).extracting(Property::value).doesNotContain("very secret", "me:very secret");
        assertThat(settings.toString()).doesNotContain("secret");
        assertThat(settings.connect().toString()).doesNotContain("secret");
    }

    @Test
    void areDocumentedAsTheyAre() throws IOException {
        Path page = Path.of(System.getProperty("nrt.home", "..")).resolve("docs/reference/sql-server.md");
        if (Boolean.getBoolean("nrt.docs.write")) {
            Files.writeString(page, SettingsPage.markdown());
        }

        assertThat(page)
                .as("written by the build: run this test with -Dnrt.docs.write=true and commit the page")
                .hasContent(SettingsPage.markdown());
    }
}
