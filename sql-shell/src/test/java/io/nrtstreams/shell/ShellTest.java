package io.nrtstreams.shell;

import static io.nrtstreams.shell.Conversation.CTRL_C;
import static io.nrtstreams.shell.Conversation.CTRL_D;
import static io.nrtstreams.shell.Conversation.ENTER;
import static io.nrtstreams.shell.Conversation.TAB;
import static io.nrtstreams.shell.Conversation.UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ShellTest {

    private static final String STREAMS = """
            [{"@type":"streams","streams":[{"type":"STREAM","name":"LOAD","topic":"load","keyFormat":"KAFKA",
              "valueFormat":"JSON","isWindowed":false}]}]""";

    private TestServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void startServer() throws IOException {
        server = new TestServer();
        server.answer("SHOW", STREAMS);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private Conversation conversation() throws IOException {
        return new Conversation(server.client(), Optional.empty());
    }

    /** A push query that gives a row at once, and no more until its reader is gone. */
    private CountDownLatch pushQuery() {
        CountDownLatch gone = new CountDownLatch(1);
        server.answer("SELECT", out -> {
            out.write("[{\"header\":{\"queryId\":\"q1\",\"schema\":\"`ID` STRING, `KWH` DOUBLE\"}},\n"
                    .getBytes(StandardCharsets.UTF_8));
            out.write("{\"row\":{\"columns\":[\"a\",1.50]}},\n".getBytes(StandardCharsets.UTF_8));
            try {
                while (true) {
                    out.flush();
                    out.write('\n');
                    Thread.sleep(20);
                }
            } catch (IOException | InterruptedException e) {
                gone.countDown();
            }
        });
        return gone;
    }

    @Test
    void theServerIsGreetedAndControlDLeaves() throws Exception {
        try (Conversation shell = conversation()) {
            assertThat(shell.plain()).contains("Server 7.0 at " + server.uri() + ", service lab_, running.");

            shell.type(CTRL_D);

            assertThat(shell.ends()).isTrue();
        }
    }

    @Test
    void aStatementMayTakeSeveralLines() throws Exception {
        try (Conversation shell = conversation()) {
            shell.type("SHOW" + ENTER).await("  -> ").type("STREAMS;" + ENTER).await("LOAD | load");

            assertThat(server.requests("/ksql").get(0).body().path("ksql").asText())
                    .isEqualTo("SHOW\nSTREAMS;");
        }
    }

    @Test
    void controlCEndsTheQueryAndNotTheShell() throws Exception {
        CountDownLatch gone = pushQuery();
        try (Conversation shell = conversation()) {
            shell.type("SELECT * FROM load EMIT CHANGES;" + ENTER).await(" ID ").await("1.50");
            shell.type(CTRL_C).await("Query ended by Ctrl-C. 1 row.").await("sql> ");

            gone.await();
            assertThat(server.requests("/close-query"))
                    .singleElement()
                    .satisfies(request ->
                            assertThat(request.body().path("queryId").asText()).isEqualTo("q1"));
            shell.type("SHOW STREAMS;" + ENTER).await("LOAD | load");
        }
    }

    @Test
    void controlCDropsTheLineThatIsTyped() throws Exception {
        try (Conversation shell = conversation()) {
            shell.type("SELECT nonsense").await("nonsense").type(CTRL_C).await("sql> ");
            shell.type("SHOW STREAMS;" + ENTER).await("LOAD | load");
        }
    }

    @Test
    void controlCEndsTheWaitForAServerThatDoesNotAnswer() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        server.answer("CREATE", out -> {
            asked.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try (Conversation shell = conversation()) {
            shell.type("CREATE STREAM x AS SELECT * FROM y;" + ENTER);
            asked.await();
            shell.type(CTRL_C)
                    .await("Whether the statement was carried out is not known.")
                    .await("sql> ");
            shell.type("SHOW STREAMS;" + ENTER).await("LOAD | load");
        } finally {
            never.countDown();
        }
    }

    @Test
    void tabCompletesWordsAndNamesOfTheServer() throws Exception {
        server.answer("DESCRIBE STREAMS", """
                [{"@type":"source_descriptions","sourceDescriptions":[
                  {"name":"METER_READINGS","type":"STREAM","fields":[{"name":"KWH","schema":{"type":"DOUBLE"}}]}]}]""");
        try (Conversation shell = conversation()) {
            shell.type("sel" + TAB).await("select").type("* from met" + TAB).await("meter_readings");
            shell.type(CTRL_C).await("sql> ");
        }
    }

    @Test
    void anErrorPointsAtThePlace() throws Exception {
        server.answer("SELECT", 400, """
                {"@type":"statement_error","error_code":40001,"message":"line 2, column 6: There is no stream LOAT."}""");
        try (Conversation shell = conversation()) {
            shell.type("SELECT *" + ENTER).await("  -> ").type("FROM loat EMIT CHANGES;" + ENTER);
            shell.await("    2 | FROM loat EMIT CHANGES;").await("             ^");
            shell.await("line 2, column 6: There is no stream LOAT.").await("sql> ");
        }
    }

    @Test
    void whatWasTypedIsKeptWithoutSecretsInAFileOfItsUser() throws Exception {
        Path history = folder.resolve("kept/history");
        server.answer("CREATE SINK", "[{\"@type\":\"connector_info\",\"info\":{\"name\":\"S\"}}]");
        try (Conversation shell = new Conversation(server.client(), Optional.of(history))) {
            shell.type("CREATE SINK CONNECTOR s WITH ('s3.secret.access.key' = 'hush-hush');" + ENTER);
            shell.await("The connector S was created.").await("sql> ").type(CTRL_D);
            assertThat(shell.ends()).isTrue();
        }

        assertThat(Files.readString(history))
                .contains("'s3.secret.access.key' = '…'")
                .doesNotContain("hush");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
        try (Conversation shell = new Conversation(server.client(), Optional.of(history))) {
            shell.type(UP).await("CREATE SINK CONNECTOR s");
        }
    }

    @Test
    void anotherServerIsTalkedToFromThenOn() throws Exception {
        try (TestServer other = new TestServer();
                Conversation shell = conversation()) {
            other.answer("SHOW STREAMS", "[{\"@type\":\"streams\",\"streams\":[]}]");

            shell.type("server " + other.uri() + ENTER).await("at " + other.uri());
            shell.type("SHOW STREAMS;" + ENTER).await("There are no streams.");
        }
    }

    @Test
    void withoutAServerTheShellSaysWhatToStartAndGoesOn() throws Exception {
        server.close();
        try (Conversation shell = conversation()) {
            shell.type("SHOW STREAMS;" + ENTER)
                    .await("No server answers at " + server.uri() + ". Start one with ./nrt up")
                    .await("sql> ");
        }
    }
}
