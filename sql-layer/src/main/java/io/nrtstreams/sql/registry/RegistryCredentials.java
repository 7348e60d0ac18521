package io.nrtstreams.sql.registry;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Who asks a registry. Never prints a secret. */
public sealed interface RegistryCredentials extends Serializable {

    /** The value of the Authorization header; empty for none. */
    Optional<String> header();

    /** Nobody in particular. */
    record Anonymous() implements RegistryCredentials {
        @Override
        public Optional<String> header() {
            return Optional.empty();
        }
    }

    /** A user with a password, or an API key with its secret (RFC 7617). */
    record Basic(String user, String password) implements RegistryCredentials {
        @Override
        public Optional<String> header() {
            byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
        }

        @Override
        public String toString() {
            return "Basic[user=" + user + ", password=***]";
        }
    }

    /** A token (RFC 6750). */
    record Bearer(String token) implements RegistryCredentials {
        @Override
        public Optional<String> header() {
            return Optional.of("Bearer " + token);
        }

        @Override
        public String toString() {
            return "Bearer[token=***]";
        }
    }
}
