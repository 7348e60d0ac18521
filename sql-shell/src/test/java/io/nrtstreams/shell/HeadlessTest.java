package io.nrtstreams.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(60)
class HeadlessTest {

    private static final String DONE = """
            [{"@type":"currentStatus","commandStatus":{"status":"SUCCESS","message":"Done."},"commandSequenceNumber":%d}]""";

    private TestServer server;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void startServer() throws IOException {
        server = new TestServer();
        server.answer("CREATE STREAM a", DONE.formatted(4));
        server.answer("CREATE STREAM b", DONE.formatted(5));
        server.answer("/is_valid_property/auto", "true");
        server.answer("/is_valid_property", 400, """
                {"@type":"generic_error","error_code":40001,"message":"There is no property auto.offset. Did you mean auto.offset.reset?"}""");
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--server", server.uri().toString()));
        all.addAll(List.of(arguments));
        CommandLine line = SqlCommand.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(errors));
        return line.execute(all.toArray(String[]::new));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private List<JsonNode> sent() {
        return server.requests("/ksql").stream().map(TestServer.Request::body).toList();
    }

    @Test
    void textsAreCarriedOutInTheOrderOfTheCommandLine() throws IOException {
        String script = file("b.sql", "CREATE STREAM b (x INT) WITH (a=1);");

        assertThat(run("-e", "CREATE STREAM a", "-f", script, "-e", "CREATE STREAM a2;"))
                .isZero();

        assertThat(sent())
                .extracting(body -> body.path("ksql").asText().substring(0, 15))
                .containsExactly("CREATE STREAM a", "CREATE STREAM b", "CREATE STREAM a");
        assertThat(out.toString()).isEqualToNormalizingNewlines("Done.\nDone.\nDone.\n");
    }

    @Test
    void propertiesVariablesAndTheLastCommandGoWithEachRequest() throws IOException {
        String script = file("s.sql", """
                SET 'auto.offset.reset' = 'earliest';
                DEFINE city = 'Pune';
                CREATE STREAM a;
                UNSET 'auto.offset.reset';
                UNDEFINE city;
                CREATE STREAM b;
                """);

        assertThat(run("--define", "zone=UTC", "-f", script)).isZero();

        assertThat(sent()).hasSize(2);
        assertThat(sent().get(0).toString())
                .contains(
                        "\"streamsProperties\":{\"auto.offset.reset\":\"earliest\"}",
                        "\"city\":\"Pune\"",
                        "\"zone\":\"UTC\"")
                .doesNotContain("commandSequenceNumber");
        assertThat(sent().get(1).toString())
                .contains(
                        "\"streamsProperties\":{}",
                        "\"sessionVariables\":{\"zone\":\"UTC\"}",
                        "\"commandSequenceNumber\":4");
    }

    @Test
    void theFirstErrorEndsItWithItsPlaceInTheFile() throws IOException {
        server.answer("SELECT", 400, """
                {"@type":"statement_error","error_code":40001,"message":"line 1, column 8: There is no column Y."}""");
        String script = file("e.sql", "CREATE STREAM a;\n\n  SELECT y FROM a EMIT CHANGES;\nCREATE STREAM b;\n");

        assertThat(run("-f", script, "-e", "CREATE STREAM b;")).isEqualTo(1);

        assertThat(errors.toString()).isEqualToNormalizingNewlines("""
                    3 | SELECT y FROM a EMIT CHANGES;
                               ^
                %s:3:10: There is no column Y.
                """.formatted(script));
        assertThat(sent()).hasSize(1);
    }

    @Test
    void columnsBehindAVariableAreCountedInItsValue() throws IOException {
        server.answer("SELECT", 400, """
                {"@type":"statement_error","error_code":40001,"message":"line 1, column 22: There is no stream LOAD."}""");

        assertThat(run("--define", "columns=aa, bb, cc", "-e", "SELECT ${columns} FROM load EMIT CHANGES;"))
                .isEqualTo(1);

        assertThat(errors.toString())
                .contains("SELECT aa, bb, cc FROM load EMIT CHANGES;")
                .contains("line 1, column 22");
    }

    @Test
    void rowsAreShownAsATable() {
        server.answer("SELECT", """
                [{"header":{"queryId":null,"schema":"`CITY` STRING KEY, `N` BIGINT"}},
                {"row":{"columns":["Pune",12]}},
                {"row":{"columns":["東京",null]}},
                {"finalMessage":"Limit Reached"}]
                """);

        assertThat(run("-e", "SELECT * FROM t LIMIT 2;")).isZero();

        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                 CITY |    N
                ------+------
                 Pune |   12
                 東京 | null
                Limit Reached 2 rows.
                """);
    }

    @Test
    void rowsAreShownAsJsonLines() {
        server.answer("SELECT", """
                [{"header":{"queryId":"q","schema":"`CITY` STRING, `X` DECIMAL(4, 2)"}},
                {"row":{"columns":["Pune",1.50]}},
                {"row":{"columns":["Rio",null],"tombstone":true}},
                {"finalMessage":"Limit Reached"}]
                """);

        assertThat(run("--output", "json", "-e", "SELECT * FROM t EMIT CHANGES;"))
                .isZero();

        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                {"CITY":"Pune","X":1.50}
                {"CITY":"Rio","X":null,"@tombstone":true}
                """);
    }

    @Test
    void aQueryThatFailsOnTheWayFails() {
        server.answer("SELECT", """
                [{"header":{"queryId":"q","schema":"`X` INTEGER"}},
                {"row":{"columns":[1]}},
                {"errorMessage":{"@type":"generic_error","error_code":50000,"message":"The topic load was deleted."}}]
                """);

        assertThat(run("-e", "SELECT * FROM t EMIT CHANGES;")).isEqualTo(1);

        assertThat(out.toString()).contains(" 1\n".strip());
        assertThat(errors.toString()).isEqualToNormalizingNewlines("The topic load was deleted.\n");
    }

    @Test
    void anAnswerThatBreaksOffFails() {
        server.answer("SELECT", "[{\"header\":{\"queryId\":\"q\",\"schema\":\"`X` INTEGER\"}},\n{\"row\":{\"colu");

        assertThat(run("-e", "SELECT * FROM t EMIT CHANGES;")).isEqualTo(1);

        assertThat(errors.toString()).contains("The connection broke off before the query's end.");
    }

    @Test
    void printedLinesAreShownAsTheyCome() {
        server.answer("PRINT", "Key format: KAFKA_STRING\nrowtime: 1, key: a\u001b[2J, value: b\n");

        assertThat(run("-e", "PRINT load FROM BEGINNING LIMIT 1;")).isZero();

        assertThat(out.toString()).contains("Key format: KAFKA_STRING").contains("key: a\\u001b[2J, value: b");
    }

    @Test
    void scriptsRunScriptsThatStandBesideThem() throws IOException {
        Files.createDirectory(folder.resolve("parts"));
        file("parts/inner.sql", "CREATE STREAM b;");
        file("parts/middle.sql", "RUN SCRIPT 'inner.sql';");
        String outer = file("outer.sql", "RUN SCRIPT 'parts/middle.sql'; CREATE STREAM a;");

        assertThat(run("-f", outer)).isZero();

        assertThat(sent())
                .extracting(body -> body.path("ksql").asText())
                .containsExactly("CREATE STREAM b;", "CREATE STREAM a;");
    }

    @Test
    void aScriptThatRunsItselfIsStopped() throws IOException {
        String self = file("self.sql", "RUN SCRIPT 'self.sql';");

        assertThat(run("-f", self)).isEqualTo(1);

        assertThat(errors.toString()).contains("Does self.sql run itself?");
    }

    @Test
    void aPropertyThatTheServerDoesNotKnowIsRefused() {
        assertThat(run("-e", "SET 'offset' = 'x';")).isEqualTo(1);

        assertThat(errors.toString()).contains("Did you mean auto.offset.reset?");
    }

    @Test
    void whatIsShownIsCopiedToAFile() throws IOException {
        Path copy = folder.resolve("copy.txt");

        assertThat(run("-e", "SPOOL '" + copy + "'; CREATE STREAM a; SPOOL OFF; CREATE STREAM b;"))
                .isZero();

        assertThat(Files.readString(copy))
                .isEqualToNormalizingNewlines("What is shown is copied to " + copy + ".\nDone.\n");
    }

    @Test
    void exitEndsAScript() {
        assertThat(run("-e", "CREATE STREAM a; EXIT; CREATE STREAM b;", "-e", "CREATE STREAM b;"))
                .isZero();

        assertThat(sent()).hasSize(1);
    }

    @Test
    void whatTheStatementsBeforeTheErrorAnsweredIsShown() {
        server.answer("CREATE STREAM c", 400, """
                {"@type":"statement_error","error_code":40001,"message":"No.","entities":%s}""".formatted(DONE.formatted(9)));

        assertThat(run("-e", "CREATE STREAM c;")).isEqualTo(1);

        assertThat(out.toString()).isEqualToNormalizingNewlines("Done.\n");
        assertThat(errors.toString()).isEqualToNormalizingNewlines("No.\n");
    }

    @Test
    void whatIsNoServerOfOursIsSaidToBeNone() {
        server.answer("CREATE", "<html>hello</html>");

        assertThat(run("-e", "CREATE STREAM x;")).isEqualTo(1);

        assertThat(errors.toString())
                .contains("answered 200 with something that is not JSON. Is it a server of the SQL layer?");
    }

    @Test
    void aUserNeedsAPasswordThatIsNotOfTheCommandLine() {
        assertThat(run("--user", "ada", "-e", "CREATE STREAM a;")).isEqualTo(1);

        assertThat(errors.toString()).contains("--user needs a password: set NRT_SQL_PASSWORD");
    }

    @Test
    void aServerThatAsksWhoOneIsIsToldHow() {
        server.answer("CREATE", 401, "");

        assertThat(run("-e", "CREATE STREAM x;")).isEqualTo(1);

        assertThat(errors.toString()).contains("Give --user NAME with the password in NRT_SQL_PASSWORD");
    }

    @Test
    void anAddressWithAPasswordInItIsRefused() {
        assertThat(run("--server", "http://ada:pw@host:1", "-e", "CREATE STREAM x;"))
                .isNotZero();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(run("-f", "no/such.sql")).isEqualTo(1);

        assertThat(errors.toString()).contains("There is no file ").contains("no/such.sql");
    }
}
