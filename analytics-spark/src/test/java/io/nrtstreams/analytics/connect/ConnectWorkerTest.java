package io.nrtstreams.analytics.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nrtstreams.analytics.sql.entity.ConnectorEntity;
import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.tree.Statement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a worker does when it is not well. */
class ConnectWorkerTest {

    private record Answer(int status, String body) {}

    private final Queue<Answer> answers = new ArrayDeque<>();
    private final Queue<String> authorizations = new ConcurrentLinkedQueue<>();
    private HttpServer worker;

    @BeforeEach
    void startWorker() throws IOException {
        worker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        worker.createContext("/", this::answer);
        worker.start();
    }

    @AfterEach
    void stopWorker() {
        worker.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        Answer answer = answers.remove();
        byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + worker.getAddress().getPort() + "/");
    }

    private static ConnectWorker connectors(URI url) {
        WorkerAccess settings = new WorkerAccess(
                url, Optional.of("Basic me"), Duration.ofMillis(800), Duration.ofMillis(700), Duration.ZERO);
        return new ConnectWorker(settings);
    }

    private Entity show() {
        return connectors(url()).show((Statement.Show) statement("SHOW CONNECTORS;"), "SHOW CONNECTORS;");
    }

    private static Statement statement(String text) {
        return new SqlParser().parse(text).get(0).statement();
    }

    @Test
    void aRequestIsRepeatedWhileTheWorkersRebalance() {
        answers.add(new Answer(409, "{\"message\":\"stale configuration\"}"));
        answers.add(new Answer(500, "{\"message\":\"cannot complete, since a rebalance is expected\"}"));
        answers.add(new Answer(200, "{}"));

        assertThat(((ConnectorEntity.Connectors) show()).connectors()).isEmpty();
        assertThat(authorizations).hasSize(3).containsOnly("Basic me");
    }

    @Test
    void aRebalanceThatDoesNotEndIsToldOf() {
        for (int i = 0; i < 50; i++) {
            answers.add(new Answer(409, "{\"message\":\"stale configuration\"}"));
        }

        assertThatThrownBy(this::show)
                .hasMessageStartingWith("The Connect workers at http://127.0.0.1:")
                .hasMessageContaining("have been rebalancing");
    }

    @Test
    void whatIsRefusedIsToldWithTheWorkersReason() {
        answers.add(new Answer(500, "{\"message\":\"disk full\\n at x\"}"));

        assertThatThrownBy(this::show)
                .hasMessage("The Connect worker refused GET /connectors?expand=info&expand=status with 500: disk full");
    }

    @Test
    void aWorkerThatWantsOtherCredentialsIsNamedAsSuch() {
        answers.add(new Answer(401, ""));

        assertThatThrownBy(this::show).hasMessageContaining("Give the server credentials of a user who may do that.");
    }

    @Test
    void whatIsNoWorkerIsSaidToBeNone() {
        answers.add(new Answer(200, "<html>"));

        assertThatThrownBy(this::show).hasMessageContaining("Is it a Connect worker?");
    }

    @Test
    void anotherWhoCreatedItMeanwhileIsNotOverwritten() {
        answers.add(new Answer(404, "{}"));
        answers.add(new Answer(200, "[{\"class\":\"a.B\",\"type\":\"sink\"}]"));
        answers.add(new Answer(200, "{\"configs\":[]}"));
        answers.add(new Answer(409, "{\"message\":\"Connector X already exists\"}"));
        String text = "CREATE SINK CONNECTOR x WITH ('connector.class' = 'B');";

        assertThatThrownBy(() -> connectors(url()).create((Statement.CreateConnector) statement(text), text))
                .hasMessageContaining("There is already a connector X.");
    }

    @Test
    void aWorkerThatIsNotThereIsToldHowToBeNamed() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }

        assertThatThrownBy(() -> connectors(nobody)
                        .drop((Statement.DropConnector) statement("DROP CONNECTOR x;"), "DROP CONNECTOR x;"))
                .hasMessage("No Connect worker answers at " + nobody
                        + ". Start one, or set ksql.connect.url to the REST address of one that runs.");
    }

    @Test
    void aWorkerThatDoesNotAnswerIsNotWaitedForWithoutEnd() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort());

            assertThatThrownBy(() ->
                            connectors(url).show((Statement.Show) statement("SHOW CONNECTORS;"), "SHOW CONNECTORS;"))
                    .hasMessageContaining("did not answer GET /connectors")
                    .hasMessageContaining("SHOW CONNECTORS tells");
        }
    }
}
