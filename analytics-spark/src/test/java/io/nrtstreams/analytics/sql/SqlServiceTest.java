package io.nrtstreams.analytics.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nrtstreams.analytics.sql.entity.CommandEntity;
import io.nrtstreams.analytics.sql.entity.CommandStatus;
import io.nrtstreams.analytics.sql.entity.DescriptionEntity;
import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.analytics.sql.entity.ListingEntity;
import io.nrtstreams.analytics.sql.entity.SessionEntity;
import io.nrtstreams.analytics.sql.entity.TopicEntity;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SqlServiceTest {

    private final SqlEnvironment environment = TestService.environment();
    private final SqlService service = TestService.start(environment, TestService.parts(environment));
    private final String topic = "ticks_" + UUID.randomUUID();

    @AfterEach
    void close() {
        service.close();
    }

    private List<Entity> execute(String statements) {
        return service.execute(statements, StatementContext.NONE);
    }

    private String createTicks() {
        return "CREATE STREAM ticks (id INT KEY, price DOUBLE) WITH (KAFKA_TOPIC='" + topic
                + "', PARTITIONS=1, KEY_FORMAT='JSON', VALUE_FORMAT='JSON');";
    }

    private static CommandEntity.CurrentStatus status(Entity entity) {
        assertThat(entity).isInstanceOf(CommandEntity.CurrentStatus.class);
        return (CommandEntity.CurrentStatus) entity;
    }

    @Test
    void declaresAStreamAndItsTopic() {
        CommandEntity.CurrentStatus answer = status(execute(createTicks()).get(0));

        assertThat(answer.commandId()).isEqualTo("stream/`TICKS`/create");
        assertThat(answer.commandStatus().status()).isEqualTo(CommandStatus.Stage.SUCCESS);
        assertThat(answer.commandSequenceNumber()).isEqualTo(1);
        assertThat(execute("SHOW TOPICS;").get(0))
                .isInstanceOfSatisfying(
                        TopicEntity.Topics.class,
                        topics -> assertThat(topics.topics()).contains(new TopicEntity.Topic(topic, List.of(1))));
        assertThat(service.status("stream/TICKS/create")).isPresent();
    }

    @Test
    void runsAQueryFromInsertedRowsToItsTopic() {
        String result = "dear_" + UUID.randomUUID();
        execute(createTicks() + "SET 'auto.offset.reset'='earliest';"
                + "INSERT INTO ticks VALUES (1, 10.5); INSERT INTO ticks VALUES (2, 99.5);"
                + "CREATE STREAM dear WITH (KAFKA_TOPIC='" + result
                + "') AS SELECT * FROM ticks WHERE price > 50 EMIT CHANGES;");

        assertThat(TopicTexts.values(environment, result, 1)).containsExactly("{\"PRICE\":99.5}");
        Entity queries = execute("SHOW QUERIES;").get(0);
        assertThat(((ListingEntity.Queries) queries).queries()).singleElement().satisfies(query -> {
            assertThat(query.id()).isEqualTo("CSAS_DEAR_0");
            assertThat(query.sinks()).containsExactly("DEAR");
            assertThat(query.sinkKafkaTopics()).containsExactly(result);
            assertThat(query.state()).isEqualTo("RUNNING");
            assertThat(query.recordsIn()).isEqualTo(2);
            assertThat(query.recordsOut()).isEqualTo(1);
        });
    }

    @Test
    void describesWhatReadsAndWritesAStream() {
        execute(createTicks() + "CREATE STREAM dear AS SELECT * FROM ticks WHERE price > 50 EMIT CHANGES;");

        DescriptionEntity.OneSource answer = (DescriptionEntity.OneSource)
                execute("DESCRIBE ticks EXTENDED;").get(0);

        DescriptionEntity.SourceDescription ticks = answer.sourceDescription();
        assertThat(ticks.fields()).extracting("name").containsExactly("ID", "PRICE");
        assertThat(ticks.fields().get(0).type()).isEqualTo("KEY");
        assertThat(ticks.readQueries()).extracting("id").containsExactly("CSAS_DEAR_0");
        assertThat(ticks.partitions()).isEqualTo(1);
        assertThat(ticks.replication()).isEqualTo(1);
        assertThat(ticks.counts()).isNotNull();
        service.terminateAll(List.of(Pattern.compile("DEAR")));
    }

    @Test
    void carriesOutNothingOfAScriptThatCannotBeRead() {
        ServiceException problem = catchThrowableOfType(
                ServiceException.class, () -> execute(createTicks() + "SELECT FROM nothing WHERE;"));

        assertThat(problem.code()).isEqualTo(ErrorCode.BAD_STATEMENT);
        assertThat(((ListingEntity.Streams) execute("SHOW STREAMS;").get(0)).streams())
                .isEmpty();
    }

    @Test
    void tellsWhatWasDoneBeforeTheStatementThatFailed() {
        ServiceException problem = catchThrowableOfType(
                ServiceException.class, () -> execute(createTicks() + "DROP STREAM nothing; DROP STREAM ticks;"));

        assertThat(problem.statementText()).contains("DROP STREAM nothing;");
        assertThat(problem.entities()).hasSize(1);
        assertThat(problem).hasMessageContaining("NOTHING");
    }

    @Test
    void sendsQueriesToTheirOwnEndpoint() {
        execute(createTicks());

        assertThatThrownBy(() -> execute("SELECT * FROM ticks EMIT CHANGES;"))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.QUERY_ENDPOINT));
        assertThatThrownBy(() -> service.query("SHOW STREAMS;", StatementContext.NONE))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.BAD_REQUEST));
    }

    @Test
    void givesVariablesToTheStatementsBehindDefine() {
        assertThat(execute("DEFINE name='ticks'; SHOW VARIABLES;").get(0))
                .isEqualTo(new SessionEntity.Variables(
                        "SHOW VARIABLES;", List.of(new SessionEntity.Variable("name", "ticks")), List.of()));
    }

    @Test
    void refusesPropertiesThatThereAreNot() {
        assertThatThrownBy(() -> execute("SET 'auto.offset.rest'='earliest';"))
                .hasMessageContaining("auto.offset.reset");
        assertThatThrownBy(() -> service.execute(
                        "SHOW STREAMS;",
                        new StatementContext(Map.of("auto.offset.reset", "sometimes"), Map.of(), OptionalLong.empty())))
                .hasMessageContaining("earliest or latest");
        assertThat(service.isValidProperty("ksql.streams.auto.offset.reset")).isTrue();
        assertThat(service.isValidProperty("no.such")).isFalse();
    }

    @Test
    void deletesTheTopicWithTheStream() {
        execute(createTicks() + "DROP STREAM ticks DELETE TOPIC;");

        assertThat(execute("ASSERT NOT EXISTS TOPIC '" + topic + "' TIMEOUT 5 SECONDS;")
                        .get(0))
                .isInstanceOf(TopicEntity.AssertedTopic.class);
        assertThatThrownBy(() -> execute("ASSERT TOPIC '" + topic + "';"))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.ASSERTION_FAILED));
    }

    @Test
    void saysWhenThereWasNothingToDo() {
        assertThat(execute("DROP STREAM IF EXISTS nothing;").get(0)).isInstanceOf(CommandEntity.NothingDone.class);
    }

    @Test
    void waitsForTheCommandThatARequestComesAfter() {
        long sequence = status(execute(createTicks()).get(0)).commandSequenceNumber();
        StatementContext after = new StatementContext(Map.of(), Map.of(), OptionalLong.of(sequence));
        StatementContext never = new StatementContext(Map.of(), Map.of(), OptionalLong.of(sequence + 1));

        assertThat(service.execute("SHOW STREAMS;", after)).hasSize(1);
        assertThatThrownBy(() -> service.execute("SHOW STREAMS;", never))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.COMMAND_TIMEOUT));
    }

    @Test
    void takesRowsOfJson() {
        execute("CREATE TYPE place AS STRUCT<city STRING, at ARRAY<DOUBLE>>;"
                + "CREATE STREAM trips (id BIGINT KEY, day DATE, fee DECIMAL(6, 2), place place) WITH (KAFKA_TOPIC='"
                + topic
                + "', PARTITIONS=1, KEY_FORMAT='KAFKA', VALUE_FORMAT='JSON');");
        try (Inserts inserts = service.insertsInto("trips")) {
            inserts.insert(Map.of(
                            "id",
                            7,
                            "day",
                            "2024-02-29",
                            "fee",
                            12.5,
                            "place",
                            Map.of("city", "Ulm", "at", List.of(48, 9.9))))
                    .join();
            assertThatThrownBy(() -> inserts.insert(Map.of("fees", 1))).hasMessageContaining("Did you mean FEE?");
            assertThatThrownBy(() -> inserts.insert(Map.of("day", true))).hasMessageContaining("DAY");
        }

        assertThat(TopicTexts.values(environment, topic, 1))
                .containsExactly("{\"DAY\":19782,\"FEE\":12.50,\"PLACE\":{\"CITY\":\"Ulm\",\"AT\":[48.0,9.9]}}");
    }

    @Test
    void fitsAModelToWhatATopicHolds() {
        execute(createTicks() + "INSERT INTO ticks VALUES (1, 3.0); INSERT INTO ticks VALUES (2, 5.0);"
                + "INSERT INTO ticks VALUES (3, 7.0);");

        execute("CREATE MODEL line WITH (TYPE='LINEAR_REGRESSION', LABEL='PRICE') AS"
                + " SELECT CAST(id AS DOUBLE) AS n, price FROM ticks;");

        ListingEntity.Models models =
                (ListingEntity.Models) execute("SHOW MODELS;").get(0);
        assertThat(models.models()).singleElement().satisfies(model -> {
            assertThat(model.rows()).isEqualTo(3);
            assertThat(model.intercept()).isCloseTo(1.0, org.assertj.core.data.Offset.offset(1e-9));
        });
    }
}
