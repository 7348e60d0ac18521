package io.nrtstreams.analytics.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nrtstreams.analytics.sql.command.Command;
import io.nrtstreams.analytics.sql.command.CommandLog;
import io.nrtstreams.analytics.sql.command.Contents;
import io.nrtstreams.analytics.sql.command.FileCommandLog;
import io.nrtstreams.analytics.sql.command.Owner;
import io.nrtstreams.analytics.sql.command.Skipped;
import io.nrtstreams.analytics.sql.entity.CommandEntity;
import io.nrtstreams.analytics.sql.entity.CommandStatus;
import io.nrtstreams.analytics.sql.entity.DescriptionEntity;
import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.analytics.sql.entity.ListingEntity;
import io.nrtstreams.analytics.sql.entity.SessionEntity;
import io.nrtstreams.analytics.sql.entity.TopicEntity;
import io.nrtstreams.sql.SqlException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    void leavesNothingOfAStatementThatCannotBeWrittenToTheLog() throws Exception {
        Path folder = Files.createTempDirectory("nrt-full");
        CommandLog full = new FullLog(FileCommandLog.open(folder.resolve("commands.log"), new Owner("full", "")));
        RecordingRuntime runtime = new RecordingRuntime();
        try (SqlService other =
                LocalSqlService.start(environment, ServiceOptions.of("full"), full, TestService.parts(runtime))) {
            assertThatThrownBy(() -> other.execute(createTicks(), StatementContext.NONE))
                    .hasMessageContaining("no space left");

            assertThat(((ListingEntity.Streams) other.execute("SHOW STREAMS;", StatementContext.NONE)
                                    .get(0))
                            .streams())
                    .isEmpty();
            assertThat(other.execute("ASSERT NOT EXISTS TOPIC '" + topic + "';", StatementContext.NONE))
                    .hasSize(1);
            assertThat(other.status("stream/TICKS/create"))
                    .hasValueSatisfying(status -> assertThat(status.status()).isEqualTo(CommandStatus.Stage.ERROR));
        }
    }

    /** A log on a disk that is full. */
    private record FullLog(CommandLog log) implements CommandLog {

        @Override
        public Contents settle() {
            return log.settle();
        }

        @Override
        public List<Skipped> skipped() {
            return log.skipped();
        }

        @Override
        public Optional<Owner> owner() {
            return log.owner();
        }

        @Override
        public boolean isOwned() {
            return log.isOwned();
        }

        @Override
        public void listen(Listener listener) {
            log.listen(listener);
        }

        @Override
        public void append(Command command) {
            throw new SqlException("no space left on device");
        }

        @Override
        public void close() {
            log.close();
        }
    }

    @Test
    void setsAPropertyForAllSessions() {
        execute("ALTER SYSTEM 'auto.offset.reset'='earliest';");

        SessionEntity.Properties shown =
                (SessionEntity.Properties) execute("SHOW PROPERTIES;").get(0);
        assertThat(shown.properties())
                .contains(new SessionEntity.Property("auto.offset.reset", "KSQL", "earliest", true, "QUERY"));
        assertThat(service.export()).contains("ALTER SYSTEM 'auto.offset.reset'='earliest';");
    }

    @Test
    void exportsAScriptThatMakesTheSame() {
        execute("CREATE TYPE cents AS INT;" + createTicks()
                + "SET 'auto.offset.reset'='earliest'; CREATE STREAM dear WITH (KAFKA_TOPIC='" + topic
                + "_dear') AS SELECT * FROM ticks WHERE price > 50 EMIT CHANGES; PAUSE CSAS_DEAR_0;");
        String script = service.export();

        try (SqlService empty = TestService.start(environment, TestService.parts(new RecordingRuntime()))) {
            empty.execute(script, StatementContext.NONE);
            assertThat(empty.export()).isEqualTo(script);
        }
    }

    @Test
    void explainsAStatementAndAQuery() {
        execute(createTicks() + "CREATE STREAM dear WITH (KAFKA_TOPIC='" + topic
                + "_dear') AS SELECT * FROM ticks WHERE price > 50 EMIT CHANGES;");

        DescriptionEntity.OneQuery running =
                (DescriptionEntity.OneQuery) execute("EXPLAIN CSAS_DEAR_0;").get(0);
        assertThat(running.queryDescription().id()).isEqualTo("CSAS_DEAR_0");
        assertThat(running.queryDescription().sources()).containsExactly("TICKS");
        assertThat(running.queryDescription().executionPlan()).contains("keep rows where PRICE > 50");
        DescriptionEntity.OneQuery planned = (DescriptionEntity.OneQuery)
                execute("EXPLAIN SELECT id FROM ticks EMIT CHANGES;").get(0);
        assertThat(planned.queryDescription().queryType()).isEqualTo("PUSH");
        assertThat(planned.queryDescription().fields()).extracting("name").contains("ID");
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
