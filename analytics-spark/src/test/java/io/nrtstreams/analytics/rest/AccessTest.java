package io.nrtstreams.analytics.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder;

    private final StandInService service = new StandInService();

    private Access access(String token) throws IOException {
        Path users = folder.resolve("users");
        Path tokens = folder.resolve("tokens");
        Files.writeString(users, "# people\n\n" + Access.userLine("ann", "p:ä ss".toCharArray(), RANDOM) + "\n");
        Files.writeString(tokens, Access.tokenLine("loader", token) + "\n");
        return Access.read(Optional.of(users), Optional.of(tokens));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private TestServer server(Access access) throws InterruptedException {
        return new TestServer(RestSettings.onLoopback(0).withAccess(access), service, HttpClient.Version.HTTP_1_1);
    }

    private static HttpResponse<String> info(TestServer server, String authorization) throws Exception {
        return server.send(
                server.request("/info").header("Authorization", authorization).build());
    }

    @Test
    void whoHasAPasswordOrATokenIsLetIn() throws Exception {
        String token = Access.newToken(RANDOM);
        try (TestServer server = server(access(token))) {
            assertThat(info(server, basic("ann:p:ä ss")).statusCode()).isEqualTo(200);
            assertThat(info(server, basic("ann:p:ä ss")).statusCode())
                    .as("remembered")
                    .isEqualTo(200);
            assertThat(info(server, "bearer " + token).statusCode()).isEqualTo(200);
            assertThat(server.get("/chc/live").statusCode())
                    .as("probes need no credentials")
                    .isEqualTo(200);
        }
    }

    @Test
    void allOthersAreNot() throws Exception {
        try (TestServer server = server(access(Access.newToken(RANDOM)))) {
            HttpResponse<String> nobody = server.get("/info");

            assertThat(nobody.statusCode()).isEqualTo(401);
            assertThat(nobody.headers().firstValue("WWW-Authenticate"))
                    .contains("Basic realm=\"nrt\", charset=\"UTF-8\"");
            assertThat(nobody.body()).contains("40100");
            for (String wrong : new String[] {
                basic("ann:other"),
                basic("bob:p:ä ss"),
                basic("ann"),
                basic(":"),
                "Basic !!!",
                "Basic",
                "Bearer x",
                "Digest a"
            }) {
                assertThat(info(server, wrong).statusCode()).as(wrong).isEqualTo(401);
            }
            assertThat(server.post("/ksql", "{\"ksql\":\"S\"}").statusCode()).isEqualTo(401);
            assertThat(server.get("/nothing").statusCode())
                    .as("not even what there is")
                    .isEqualTo(401);
            assertThat(service.contexts).isEmpty();
        }
    }

    @Test
    void filesHoldNothingThatOpensTheDoor() {
        String line = Access.userLine("ann", "secret".toCharArray(), RANDOM);

        assertThat(line).startsWith("ann:pbkdf2-sha512$210000$").doesNotContain("secret");
        assertThat(Access.userLine("ann", "secret".toCharArray(), RANDOM))
                .as("salted")
                .isNotEqualTo(line);
        assertThatThrownBy(() -> Access.userLine("a:b", new char[0], RANDOM)).hasMessageContaining("colon");
    }

    @Test
    void aWrongLineIsToldByItsPlace() throws Exception {
        Path users = folder.resolve("wrong");
        Files.writeString(users, "# users\nann:plain-secret\n");

        assertThatThrownBy(() -> Access.read(Optional.of(users), Optional.empty()))
                .hasMessageContaining("line 2")
                .hasMessageContaining("pbkdf2-sha512$")
                .hasMessageNotContaining("plain-secret");
        Files.writeString(users, "");
        assertThatThrownBy(() -> Access.read(Optional.of(users), Optional.empty()))
                .hasMessageContaining("add one");
    }

    @Test
    void theServerDoesNotStartWithOpenDoors() throws Exception {
        RestSettings open = new RestSettings("0.0.0.0", 0, Optional.empty(), false, Access.OPEN, RestLimits.DEFAULT);

        assertThatThrownBy(() -> new TestServer(open, service, HttpClient.Version.HTTP_1_1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("file of users or tokens");
        assertThatThrownBy(() -> new TestServer(open.withAccess(access("t")), service, HttpClient.Version.HTTP_1_1))
                .hasMessageContaining("certificate");
    }
}
