package io.nrtstreams.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.shell.TestScreen;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EntityViewTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Arguments> shown() {
        return Stream.of(
                Arguments.of("""
                        {"@type":"streams","streams":[{"type":"STREAM","name":"LOAD","topic":"load","keyFormat":"KAFKA",
                         "valueFormat":"JSON","isWindowed":false}]}""", """
                         Name | Topic | Key format | Value format | Windowed
                        ------+-------+------------+--------------+----------
                         LOAD | load  | KAFKA      | JSON         |
                        """),
                Arguments.of("{\"@type\":\"tables\",\"tables\":[]}", "There are no tables.\n"),
                Arguments.of("""
                        {"@type":"queries","queries":[{"queryString":"CREATE ...","sinks":["T"],"id":"CTAS_T_1",
                         "queryType":"PERSISTENT","state":"ERROR","runtimeState":"RESTARTING","reason":"the topic is gone","lag":12}]}""", """
                         Query    | Type       | State      | Lag | Reason            | Writes | Statement
                        ----------+------------+------------+-----+-------------------+--------+------------
                         CTAS_T_1 | PERSISTENT | RESTARTING |  12 | the topic is gone | T      | CREATE ...
                        """),
                Arguments.of("""
                        {"@type":"kafka_topics","topics":[{"name":"load","replicaInfo":[1,1]},{"name":"odd","replicaInfo":[1,2]}]}""", """
                         Topic | Partitions | Replicas
                        -------+------------+----------
                         load  |          2 |        1
                         odd   |          2 |     1, 2
                        """),
                Arguments.of("""
                        {"@type":"sourceDescription","sourceDescription":{"name":"LOAD","type":"TABLE","keyFormat":"KAFKA",
                         "valueFormat":"JSON","topic":"load","windowType":null,"readQueries":[{"id":"Q1"}],"writeQueries":[],
                         "fields":[{"name":"ID","schema":{"type":"STRING"},"type":"KEY"},
                                   {"name":"P","schema":{"type":"STRUCT","fields":[{"name":"A","schema":{"type":"ARRAY",
                                     "memberSchema":{"type":"DECIMAL","parameters":{"precision":4,"scale":2}}}}]}}]}}""", """
                        TABLE LOAD
                         Column | Type                           |
                        --------+--------------------------------+-------------
                         ID     | STRING                         | primary key
                         P      | STRUCT<A ARRAY<DECIMAL(4, 2)>> |
                        Topic        : load
                        Key format   : KAFKA
                        Value format : JSON
                        Read by      : Q1
                        """),
                Arguments.of("""
                        {"@type":"currentStatus","commandStatus":{"status":"SUCCESS","message":"Created query with ID CTAS_T_1",
                         "queryId":"CTAS_T_1"},"commandSequenceNumber":3,"warnings":[{"message":"No GRACE was given."}]}""", """
                        Created query with ID CTAS_T_1
                        Warning: No GRACE was given.
                        """),
                Arguments.of("""
                        {"@type":"connector_list","connectors":[{"name":"meters","type":"source","className":"a.Mock",
                         "state":"RUNNING (1/1 tasks RUNNING)"}]}""", """
                         Connector | Type   | Class  | State
                        -----------+--------+--------+-----------------------------
                         meters    | source | a.Mock | RUNNING (1/1 tasks RUNNING)
                        """),
                Arguments.of("""
                        {"@type":"connector_description","connectorClass":"a.Sink","status":{"name":"s3","type":"sink",
                         "connector":{"state":"RUNNING","worker_id":"w:1"},"tasks":[{"id":0,"state":"FAILED","worker_id":"w:1",
                         "trace":"no bucket"}]},"topics":["load"],"config":{"s3.secret.access.key":"[hidden]","b":"1"}}""", """
                        Connector : s3
                        Type      : sink
                        Class     : a.Sink
                        State     : RUNNING
                        Worker    : w:1
                        Topics    : load
                         Task | State  | Worker | Trace
                        ------+--------+--------+-----------
                            0 | FAILED | w:1    | no bucket
                        Configuration
                        b                    : 1
                        s3.secret.access.key : [hidden]
                        """),
                Arguments.of(
                        "{\"@type\":\"drop_connector\",\"connectorName\":\"s3\"}", "The connector s3 was dropped.\n"),
                Arguments.of(
                        "{\"@type\":\"type_list\",\"types\":{\"A\":{\"type\":\"MAP\",\"memberSchema\":{\"type\":\"INTEGER\"}}}}",
                        """
                         Type | Stands for
                        ------+----------------------
                         A    | MAP<STRING, INTEGER>
                        """));
    }

    @ParameterizedTest
    @MethodSource
    void shown(String entity, String text) throws IOException {
        TestScreen screen = new TestScreen(0);

        EntityView.blocks(JSON.readTree(entity)).forEach(block -> block.print(screen.screen()));

        assertThat(screen.text()).isEqualTo(text);
    }

    @Test
    void anEntityOfTomorrowIsShownFieldByField() throws IOException {
        TestScreen screen = new TestScreen(0);

        EntityView.blocks(JSON.readTree("{\"@type\":\"new\",\"statementText\":\"x\",\"answer\":42,\"why\":{\"a\":1}}"))
                .forEach(block -> block.print(screen.screen()));

        assertThat(screen.text()).isEqualTo("answer : 42\nwhy    : {\"a\":1}\n");
    }

    @Test
    void whatTheServerTellsCannotSpeakToTheTerminal() throws IOException {
        TestScreen screen = new TestScreen(80);

        EntityView.blocks(JSON.readTree("{\"@type\":\"warning_entity\",\"message\":\"a\\u001b[2Jb\"}"))
                .forEach(block -> block.print(screen.screen()));

        assertThat(screen.text()).isEqualTo("a\\u001b[2Jb\n");
    }
}
