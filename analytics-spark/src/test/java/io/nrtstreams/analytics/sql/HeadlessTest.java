package io.nrtstreams.analytics.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.analytics.sql.settings.ServerSettings;
import io.nrtstreams.analytics.sql.settings.Startup;
import io.nrtstreams.sql.SqlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose statements are in a file. */
class HeadlessTest {

    @TempDir
    private Path folder;

    private final String service = "headless_" + UUID.randomUUID();

    private LocalSqlService start(String statements, RecordingRuntime runtime) throws IOException {
        ServerSettings settings = ServerSettings.of(Map.of(
                "ksql.service.id",
                service,
                "bootstrap.servers",
                String.valueOf(TestService.environment().kafka().get("bootstrap.servers")),
                "ksql.logging.processing.topic.auto.create",
                "false",
                "ksql.queries.file",
                Files.writeString(folder.resolve("queries.sql"), statements).toString()));
        return Startup.service(
                settings, Startup.environment(settings, InstantSource.system()), TestService.parts(runtime));
    }

    private String ticks() {
        return "CREATE STREAM ticks (id INT KEY, price DOUBLE) WITH (KAFKA_TOPIC='" + service
                + "_ticks', PARTITIONS=1, VALUE_FORMAT='JSON');\n";
    }

    private String dear(String condition) {
        return "SET 'auto.offset.reset'='earliest';\nCREATE OR REPLACE STREAM dear WITH (KAFKA_TOPIC='" + service
                + "_dear') AS SELECT * FROM ticks WHERE " + condition + " EMIT CHANGES;\n";
    }

    @Test
    void carriesOutTheFileOnceHoweverOftenItStarts() throws IOException {
        RecordingRuntime first = new RecordingRuntime();
        start(ticks() + dear("price > 50"), first).close();
        assertThat(first.started()).hasSize(1);
        assertThat(first.started().get(0).properties()).containsEntry("auto.offset.reset", "earliest");

        RecordingRuntime second = new RecordingRuntime();
        start("-- the same again\n" + ticks() + dear("price\n > 50"), second).close();
        assertThat(second.started()).isEqualTo(first.started());
        assertThat(second.calls()).containsExactly("start CSAS_DEAR_0", "allStarted", "close");

        RecordingRuntime third = new RecordingRuntime();
        start(ticks() + dear("price > 60"), third).close();
        assertThat(third.calls()).containsExactly("start CSAS_DEAR_0", "allStarted", "start CSAS_DEAR_0", "close");
        assertThat(third.started().get(1).sequence())
                .isEqualTo(first.started().get(0).sequence());
    }

    @Test
    void takesNoChangesFromClients() throws IOException {
        try (SqlService headless = start(ticks(), new RecordingRuntime())) {
            assertThatThrownBy(() -> headless.execute("CREATE TYPE mine AS INT;", StatementContext.NONE))
                    .hasMessageContaining("ksql.queries.file");
            assertThat(headless.execute("SHOW STREAMS;", StatementContext.NONE)).hasSize(1);
        }
    }

    @Test
    void refusesWhatMeansSomethingElseTheSecondTime() {
        assertThatThrownBy(() -> start(ticks() + "INSERT INTO ticks VALUES (1, 1.0);", new RecordingRuntime()))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("queries.sql, line 2");
    }

    @Test
    void namesTheFileAndThePlaceOfAMistake() {
        assertThatThrownBy(() -> start(
                        ticks() + "CREATE STREAM x AS SELECT nope FROM ticks EMIT CHANGES;", new RecordingRuntime()))
                .hasMessageContaining("queries.sql, line 2")
                .hasMessageContaining("NOPE");
    }
}
