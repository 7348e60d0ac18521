package io.nrtstreams.analytics.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String input, String... arguments) {
        return CredentialsCommand.commandLine(
                        new CredentialsCommand(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void usersAndTokensAreLetInThen() throws Exception {
        Path users = folder.resolve("users");
        Path tokens = folder.resolve("tokens");

        assertThat(run("first secret\n", "user", "--password-stdin", "--file", users.toString(), "ann"))
                .isZero();
        assertThat(run("second secret\n", "user", "--password-stdin", "--file", users.toString(), "ann"))
                .isZero();
        assertThat(run("", "token", "--file", tokens.toString(), "loader")).isZero();

        Access access = Access.read(Optional.of(users), Optional.of(tokens));
        assertThat(access.who("Bearer " + out.toString().strip())).contains("loader");
        assertThat(access.who(basic("ann:second secret"))).contains("ann");
        assertThat(access.who(basic("ann:first secret"))).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(users)))
                .isEqualTo("rw-------");
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedWithTheRemedy() throws Exception {
        Path notAFolder = Files.writeString(folder.resolve("plain"), "");

        assertThat(run("", "token", "--file", notAFolder.resolve("tokens").toString(), "loader"))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith("nrt credentials: ").contains("plain", "Check its folder");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void itTellsWhatItCanDo() {
        assertThat(run("", "--help")).isZero();
        assertThat(out.toString()).contains("nrt credentials", "user", "token");
        assertThat(run("", "user", "--help")).isZero();
        assertThat(run("")).isEqualTo(2);
    }

    @Test
    void whatCannotBeIsRefused() {
        Path users = folder.resolve("users");

        assertThat(run("short\n", "user", "--password-stdin", "--file", users.toString(), "ann"))
                .isEqualTo(2);
        assertThat(run("long enough\n", "user", "--password-stdin", "--file", users.toString(), "a:b"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("8 characters").contains("colon");
        assertThat(users).doesNotExist();
    }
}
