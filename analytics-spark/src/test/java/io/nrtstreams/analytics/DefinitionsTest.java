package io.nrtstreams.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.analytics.config.Environment;
import io.nrtstreams.analytics.config.InvalidDefinitions;
import io.nrtstreams.analytics.pipeline.PipelineDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsTest {
    @TempDir
    private Path folder;

    private static final Environment BROKER = new Environment(Map.of("NRT_BOOTSTRAP", "127.0.0.1:9092"));
    private static final String GOOD = """
            {"name": "good", "config": {
              "kafka.bootstrap.servers": "${env:NRT_BOOTSTRAP}",
              "source.views.topic": "views",
              "source.views.schema": "category STRING",
              "sql": "SELECT category, count(*) AS n FROM views GROUP BY category",
              "mode": "update",
              "sink.topic": "counts",
              "sink.key": "category"
            }}
            """;

    private Definitions read(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        return Definitions.read(folder, BROKER);
    }

    @Test
    void whatTheProjectShipsIsValid() {
        Definitions shipped = Definitions.read(Shipped.folder(), Shipped.environment());

        assertThat(shipped.pipelines())
                .extracting(PipelineDefinition::name)
                .contains("tiktok_engagement_s3_json", "energy_by_house_minute_s3_csv")
                .hasSize(6);
        assertThat(shipped.tables()).hasSize(2);
        assertThat(shipped.models()).hasSize(3);
        assertThat(shipped.charts()).hasSize(3);
    }

    @Test
    void theAggregationsInSparksDialectAreValid() {
        assertThat(Definitions.read(Shipped.sparkSql(), Shipped.environment()).pipelines())
                .extracting(PipelineDefinition::name)
                .containsExactlyInAnyOrder("tiktok_engagement", "energy_by_house_minute", "weather_by_city");
    }

    @Test
    void environmentVariablesArePutIn() throws IOException {
        assertThat(read("good.json", GOOD).pipelines().get(0).kafka())
                .containsEntry("kafka.bootstrap.servers", "127.0.0.1:9092");
    }

    @Test
    void allProblemsOfAllFilesComeAtOnceEachWithFileKeyAndRemedy() throws IOException {
        Files.writeString(folder.resolve("a.json"), """
                {"name": "two words", "config": {
                  "kafka.bootstrap.servers": "${env:NRT_BROKER}",
                  "source.views.topc": "views",
                  "source.views.schema": "category STRNG",
                  "sql.file": "../secret.sql",
                  "mode": "upsert",
                  "triger": "1s",
                  "trigger": "soon",
                  "tasks.max": "0",
                  "sink.type": "files",
                  "colour": "red"
                }}
                """);
        Files.writeString(folder.resolve("b.json"), "{\"name\": \"b\",\n \"config\": {");
        Files.writeString(
                folder.resolve("c.model.json"),
                "{\"name\": \"c\", \"config\": {\"sql\": \"SELECT 1\", \"formula\": \"usage on temp\", \"split.train\": \"7\","
                        + " \"split.seed\": \"lucky\"}}");
        Files.writeString(folder.resolve("d.model.json"), "{\"name\": \"d\", \"config\": {\"split.train\": \"most\"}}");

        assertThatThrownBy(() -> Definitions.read(folder, BROKER))
                .isInstanceOfSatisfying(
                        InvalidDefinitions.class,
                        e -> assertThat(e.problems())
                                .contains(
                                        "a.json: kafka.bootstrap.servers: the environment does not set NRT_BROKER",
                                        "a.json: name: expected a letter, then letters, digits and _, at most 63 in all",
                                        "a.json: source.views.topic: is required",
                                        "a.json: source.views.topc: there is no such key; did you mean source.views.topic?",
                                        "a.json: sql.file: there is no such file in the folder of the definition",
                                        "a.json: mode: expected one of: append, update, complete",
                                        "a.json: triger: there is no such key; did you mean trigger?",
                                        "a.json: trigger: expected a duration such as 250ms, 30s, 5m or 1h",
                                        "a.json: tasks.max: expected a number of tasks from 1 to 9999",
                                        "a.json: sink.path: is required",
                                        "a.json: colour: there is no such key; remove it, or see docs/analytics.md for the keys",
                                        "c.model.json: formula: expected a formula such as: load_mw ~ temp_f + hour",
                                        "c.model.json: features: is required",
                                        "c.model.json: split.seed: expected a whole number, such as 42",
                                        "d.model.json: split.train: expected a share of the rows above 0 and up to 1, such as 0.7",
                                        "c.model.json: split.train: expected a share of the rows above 0 and up to 1, such as 0.7")
                                .anyMatch(problem ->
                                        problem.startsWith("a.json: source.views.schema: expected columns such as"))
                                .anyMatch(problem -> problem.startsWith("b.json: line 2 is not JSON")));
    }

    @Test
    void twoPipelinesOfOneNameAreRefused() throws IOException {
        Files.writeString(folder.resolve("a.json"), GOOD);

        assertThatThrownBy(() -> read("b.json", GOOD))
                .isInstanceOf(InvalidDefinitions.class)
                .hasMessage("b.json: name: another file of the folder has it already; give each its own");
    }

    @Test
    void filesTakeAppendOnly() {
        String files = GOOD.replace("\"sink.topic\": \"counts\"", "\"sink.type\": \"files\", \"sink.path\": \"/x\"")
                .replace(",\n  \"sink.key\": \"category\"", "");

        assertThatThrownBy(() -> read("a.json", files))
                .isInstanceOf(InvalidDefinitions.class)
                .hasMessage("a.json: mode: files take append only: a file that was written never changes");
    }

    @Test
    void aFolderWithoutPipelinesIsRefused() {
        assertThatThrownBy(() -> Definitions.read(folder, BROKER))
                .isInstanceOf(InvalidDefinitions.class)
                .hasMessageEndingWith("holds no pipeline: give a folder with at least one .json file of one");
    }
}
