package io.nrtstreams.analytics.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.analytics.sql.CatalogView;
import io.nrtstreams.analytics.sql.entity.CommandEntity;
import io.nrtstreams.analytics.sql.entity.ConnectorEntity;
import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.analytics.sql.entity.EntityJson;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.catalog.Declarations;
import io.nrtstreams.sql.parser.ParsedStatement;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.tree.Statement;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The statements about connectors on a real worker. */
class ConnectorStatementsTest {

    private static final CatalogView NOTHING_DECLARED = new CatalogView(Declarations.none(), List.of());

    private static final String SOURCE = """
            CREATE SOURCE CONNECTOR %s WITH ('connector.class' = 'MockSourceConnector', 'tasks.max' = 1, 'feed' = 'energy',
              'topic' = 'meters_%s', 'rate' = 10, 'topic.creation.default.replication.factor' = -1,
              'topic.creation.default.partitions' = 1);""";

    private static final String SINK = """
            CREATE SINK CONNECTOR %s WITH ('connector.class' = 'io.nrtstreams.connect.s3.S3SinkConnector', 'topics' = 'none',
              's3.bucket' = 'bucket', 's3.endpoint' = 'http://127.0.0.1:1', 's3.path.style' = true, 's3.access.key.id' = 'me',
              's3.secret.access.key' = %s);""";

    @TempDir
    private static Path folder;

    private static TestWorker worker;
    private static ConnectWorker connectors;

    @BeforeAll
    static void startWorker() throws Exception {
        worker = TestWorker.start(folder, Map.of("NRT_S3_SECRET_KEY", "hush-hush"));
        connectors = new ConnectWorker(WorkerAccess.of(worker.rest(), Optional.empty()));
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    private static Entity run(String text) {
        ParsedStatement parsed = new SqlParser().parse(text).get(0);
        Statement statement = parsed.statement();
        if (statement instanceof Statement.CreateConnector create) {
            return connectors.create(create, parsed.text());
        } else if (statement instanceof Statement.Show show) {
            return connectors.show(show, parsed.text());
        } else if (statement instanceof Statement.DescribeConnector describe) {
            return connectors.describe(describe, parsed.text(), NOTHING_DECLARED);
        }
        return connectors.drop((Statement.DropConnector) statement, parsed.text());
    }

    private static List<String> names() {
        return ((ConnectorEntity.Connectors) run("SHOW CONNECTORS;"))
                .connectors().stream().map(ConnectorEntity.ConnectorItem::name).toList();
    }

    @Test
    void aConnectorIsCreatedShownDescribedAndDropped() {
        Entity created = run(SOURCE.formatted("meters", "a"));

        assertThat(created).isInstanceOf(ConnectorEntity.Created.class);
        assertThat(created.warnings()).isEmpty();
        ConnectorEntity.Connectors sources = (ConnectorEntity.Connectors) run("SHOW SOURCE CONNECTORS;");
        assertThat(sources.connectors())
                .contains(new ConnectorEntity.ConnectorItem(
                        "METERS", "source", "MockSourceConnector", "RUNNING (1/1 tasks RUNNING)"));
        ConnectorEntity.Description description = (ConnectorEntity.Description) run("DESCRIBE CONNECTOR meters;");
        assertThat(description.status().connector().state()).isEqualTo("RUNNING");
        assertThat(description.config()).containsEntry("topic", "meters_a");

        assertThat(run("DROP CONNECTOR meters;")).isInstanceOf(ConnectorEntity.Dropped.class);
        assertThat(names()).doesNotContain("METERS");
    }

    @Test
    void aSecondOfTheSameNameIsRefusedOrLeftOutAsTheStatementSays() {
        run(SOURCE.formatted("twice", "b"));

        assertThatThrownBy(() -> run(SOURCE.formatted("twice", "b")))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("There is already a connector TWICE.");
        assertThat(run(SOURCE.formatted("IF NOT EXISTS twice", "b"))).isInstanceOf(CommandEntity.NothingDone.class);
        run("DROP CONNECTOR twice;");
        assertThat(run("DROP CONNECTOR IF EXISTS twice;")).isInstanceOf(CommandEntity.NothingDone.class);
        assertThatThrownBy(() -> run("DROP CONNECTOR twice;")).hasMessageContaining("There is no connector TWICE.");
    }

    @Test
    void allProblemsAreToldTogetherAndNothingIsCreated() {
        assertThatThrownBy(() -> run("""
                        CREATE SOURCE CONNECTOR broken WITH ('connector.class' = 'MockSourceConnector', 'feed' = 'enrgy',
                          'rate' = 'fast');"""))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("The connector BROKEN cannot be created, and nothing was:")
                .hasMessageContaining("\n  feed: ")
                .hasMessageContaining("\n  rate: ")
                .hasMessageContaining(" It is: ");
        assertThat(names()).doesNotContain("BROKEN");
    }

    @Test
    void aClassThatTheWorkerDoesNotHaveIsToldWithThoseThatItHas() {
        assertThatThrownBy(() -> run("CREATE SINK CONNECTOR s WITH ('connector.class' = 'S3SnkConnector');"))
                .hasMessageContaining("Did you mean S3SinkConnector?")
                .hasMessageContaining("Installed sinks: ");
        assertThatThrownBy(() -> run(SOURCE.formatted("wrong", "c").replace("SOURCE", "SINK")))
                .hasMessageContaining("is a source. Write CREATE SOURCE CONNECTOR");
    }

    @Test
    void secretsAreInNoAnswer() {
        Entity created = run(SINK.formatted("hidden", "'hush-hush'"));
        Entity described = run("DESCRIBE CONNECTOR hidden;");
        run("DROP CONNECTOR hidden;");

        assertThat(EntityJson.write(List.of(created, described)))
                .contains("[hidden]", "\"s3.access.key.id\"")
                .doesNotContain("hush-hush");
    }

    @Test
    void whatOnlyNamesASecretIsShown() {
        run(SINK.formatted("named", "'${env:NRT_S3_SECRET_KEY}'"));
        ConnectorEntity.Description described = (ConnectorEntity.Description) run("DESCRIBE CONNECTOR named;");
        run("DROP CONNECTOR named;");

        assertThat(described.config()).containsEntry("s3.secret.access.key", "${env:NRT_S3_SECRET_KEY}");
    }

    @Test
    void aConnectorThatFailsAtItsStartIsToldOf() {
        Entity created = run(SOURCE.formatted("failing", "d")
                .replace(
                        "'rate'",
                        "'transforms' = 'clean', 'transforms.clean.type' = 'io.nrtstreams.connect.cleaning.Clean$$Value',"
                                        .replace("$$", "$")
                                + " 'transforms.clean.field.usage' = 'no-such-rule', 'rate'"));
        run("DROP CONNECTOR failing;");

        assertThat(created.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message())
                        .contains("The connector FAILING was created, but its task 0 failed: ", "no-such-rule"));
    }

    @Test
    void pluginsAreShownWithTheirVersions() {
        ConnectorEntity.Plugins plugins = (ConnectorEntity.Plugins) run("SHOW CONNECTOR PLUGINS;");

        assertThat(plugins.connectorsPlugins()).anySatisfy(plugin -> {
            assertThat(plugin.className()).isEqualTo("io.nrtstreams.connect.s3.S3SinkConnector");
            assertThat(plugin.type()).isEqualTo("sink");
            assertThat(plugin.version()).isNotBlank();
        });
    }
}
