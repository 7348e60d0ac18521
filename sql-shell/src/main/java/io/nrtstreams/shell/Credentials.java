package io.nrtstreams.shell;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who asks: a user with a password, or a token. Secrets are from the environment or typed, never of the command line. */
final class Credentials {

    static final String PASSWORD = "NRT_SQL_PASSWORD";
    static final String TOKEN = "NRT_SQL_TOKEN";

    private Credentials() {}

    /**
     * The value of the Authorization header.
     *
     * @param prompt asks for the password when the environment has none; empty where nobody can be asked
     */
    static Optional<String> authorization(
            Optional<String> user, Map<String, String> environment, Optional<UnaryOperator<String>> prompt) {
        return user.map(name -> basic(name, password(name, environment, prompt)))
                .or(() -> Optional.ofNullable(environment.get(TOKEN)).map(token -> "Bearer " + token.strip()));
    }

    private static String basic(String user, String password) {
        if (user.contains(":")) {
            throw new ShellFailure("The name of a user holds no colon.");
        }
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static String password(
            String user, Map<String, String> environment, Optional<UnaryOperator<String>> prompt) {
        String known = environment.get(PASSWORD);
        return known != null
                ? known
                : prompt.orElseThrow(() -> new ShellFailure(
                                "--user needs a password: set " + PASSWORD + ", or run the shell on a terminal."))
                        .apply("Password of " + user + ": ");
    }
}
