package io.nrtstreams.analytics.sql.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.analytics.sql.entity.CommandStatus.Stage;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The JSON that clients read, field by field. */
class EntityJsonTest {

    @Test
    void tellsHowACommandWent() {
        assertThat(EntityJson.write(List.of(new CommandEntity.CurrentStatus(
                        "CREATE STREAM X …;",
                        "stream/`X`/create",
                        new CommandStatus(Stage.SUCCESS, "X is declared.", null),
                        7,
                        List.of(new Entity.Warning("mind the gap"))))))
                .isEqualTo("[{\"@type\":\"currentStatus\",\"statementText\":\"CREATE STREAM X …;\","
                        + "\"commandId\":\"stream/`X`/create\",\"commandStatus\":{\"status\":\"SUCCESS\","
                        + "\"message\":\"X is declared.\",\"queryId\":null},\"commandSequenceNumber\":7,"
                        + "\"warnings\":[{\"message\":\"mind the gap\"}]}]");
    }

    @Test
    void listsStreams() {
        assertThat(EntityJson.write(new ListingEntity.Streams(
                        "SHOW STREAMS;",
                        List.of(new ListingEntity.SourceItem("STREAM", "X", "x", "KAFKA", "JSON", false)),
                        List.of())))
                .isEqualTo(
                        "{\"@type\":\"streams\",\"statementText\":\"SHOW STREAMS;\",\"streams\":[{\"type\":\"STREAM\","
                                + "\"name\":\"X\",\"topic\":\"x\",\"keyFormat\":\"KAFKA\",\"valueFormat\":\"JSON\","
                                + "\"isWindowed\":false}],\"warnings\":[]}");
    }

    @Test
    void describesColumns() {
        SqlType.Struct place = new SqlType.Struct(List.of(new SqlType.Field("CITY", SqlTypes.STRING)));
        Schema schema = new Schema(
                List.of(new Column("ID", SqlTypes.BIGINT)),
                List.of(
                        new Column("FEE", new SqlType.Decimal(6, 2)),
                        new Column("PLACES", new SqlType.Array(place)),
                        new Column("AGES", new SqlType.Map(SqlTypes.STRING, SqlTypes.INTEGER))),
                List.of(new Schema.HeaderColumn(new Column("TRACE", SqlTypes.BYTES), Optional.of("trace"))),
                false);

        assertThat(EntityJson.write(
                        new ListingEntity.Types("SHOW TYPES;", Map.of("PLACE", SchemaInfo.of(place)), List.of())))
                .contains(
                        "{\"PLACE\":{\"type\":\"STRUCT\",\"fields\":[{\"name\":\"CITY\",\"schema\":{\"type\":\"STRING\","
                                + "\"fields\":null,\"memberSchema\":null}}],\"memberSchema\":null}}");
        assertThat(FieldInfo.of(schema))
                .map(EntityJsonTest::text)
                .containsExactly(
                        "ID KEY BIGINT",
                        "FEE null DECIMAL",
                        "PLACES null ARRAY",
                        "AGES null MAP",
                        "TRACE HEADER BYTES");
        assertThat(SchemaInfo.of(new SqlType.Decimal(6, 2)).parameters()).isEqualTo(Map.of("precision", 6, "scale", 2));
    }

    private static String text(FieldInfo field) {
        return field.name() + " " + field.type() + " " + field.schema().type();
    }

    @Test
    void tellsOfAQueryOnlyWhatIsKnown() {
        String json = EntityJson.write(new ListingEntity.Queries(
                "SHOW QUERIES;",
                List.of(new ListingEntity.QueryItem(
                        "SELECT 1;",
                        List.of(),
                        List.of(),
                        "PUSH_1",
                        Map.of("RUNNING", 1),
                        "PUSH",
                        "RUNNING",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)),
                List.of()));

        assertThat(json)
                .isEqualTo(
                        "{\"@type\":\"queries\",\"statementText\":\"SHOW QUERIES;\",\"queries\":[{"
                                + "\"queryString\":\"SELECT 1;\",\"sinks\":[],\"sinkKafkaTopics\":[],\"id\":\"PUSH_1\","
                                + "\"statusCount\":{\"RUNNING\":1},\"queryType\":\"PUSH\",\"state\":\"RUNNING\"}],\"warnings\":[]}");
    }

    @Test
    void namesEveryKindOfEntity() {
        List<Entity.Warning> none = List.of();

        assertThat(List.of(
                        new CommandEntity.NothingDone("", "", none),
                        new CommandEntity.TerminatedQuery("", "", true, none),
                        new ListingEntity.Tables("", List.of(), none),
                        new ListingEntity.Models("", List.of(), none),
                        new DescriptionEntity.AllSources("", List.of(), none),
                        new DescriptionEntity.AllQueries("", List.of(), none),
                        new FunctionEntity.Names("", List.of(), none),
                        new SessionEntity.Variables("", List.of(), none),
                        new SessionEntity.Properties("", List.of(), List.of(), List.of(), none),
                        new TopicEntity.Topics("", List.of(), none),
                        new TopicEntity.ExtendedTopics("", List.of(), none),
                        new TopicEntity.AssertedTopic("", "t", true, none),
                        new TopicEntity.AssertedSchema("", null, 3, true, none),
                        new ConnectorEntity.Connectors("", List.of(), none),
                        new ConnectorEntity.Plugins("", List.of(), none),
                        new ConnectorEntity.Dropped("", "c", none)))
                .map(entity -> EntityJson.write(entity).replaceAll(".*?\"@type\":\"([a-z_A-Z]+)\".*", "$1"))
                .containsExactly(
                        "warning_entity",
                        "terminate_query",
                        "tables",
                        "models",
                        "source_descriptions",
                        "query_descriptions",
                        "function_names",
                        "variables",
                        "properties",
                        "kafka_topics",
                        "kafka_topics_extended",
                        "assert_topic",
                        "assert_schema",
                        "connector_list",
                        "connector_plugins_list",
                        "drop_connector");
    }
}
