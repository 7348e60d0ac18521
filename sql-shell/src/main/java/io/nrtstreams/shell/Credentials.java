package io.nrtstreams.shell;

import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who asks: a user with a password, or a token. Secrets are from the environment or typed, never of the command line. */
final class Credentials {

    static final String PASSWORD = "NRT_SQL_PASSWORD";
    static final String TOKEN = "NRT_SQL_TOKEN";

    private Credentials() {}

    /**
     * The value of the Authorization header.
     *
     * @param console asks for the password when the environment has none
     */
    static Optional<String> authorization(
            Optional<String> user, Map<String, String> environment, @Nullable Console console) {
        if (user.isPresent()) {
            return Optional.of(basic(user.get(), password(user.get(), environment, console)));
        }
        return Optional.ofNullable(environment.get(TOKEN)).map(token -> "Bearer " + token.strip());
    }

    private static String basic(String user, String password) {
        if (user.contains(":")) {
            throw new ShellFailure("The name of a user holds no colon.");
        }
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static String password(String user, Map<String, String> environment, @Nullable Console console) {
        String known = environment.get(PASSWORD);
        if (known != null) {
            return known;
        }
        char[] typed = console == null ? null : console.readPassword("Password of %s: ", user);
        if (typed == null) {
            throw new ShellFailure("--user needs a password: set " + PASSWORD + ", or run the shell on a terminal.");
        }
        return new String(typed);
    }
}
