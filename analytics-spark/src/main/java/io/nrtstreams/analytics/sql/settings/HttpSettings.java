package io.nrtstreams.analytics.sql.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the server listens.
 *
 * @param port 0 for any free one
 * @param tls empty for clear text
 * @param tlsEndsBefore whether a proxy ends TLS
 * @param users the file of users with passwords
 * @param tokens the file of bearer tokens
 */
public record HttpSettings(
        String host,
        int port,
        Optional<Identity> tls,
        boolean tlsEndsBefore,
        Optional<Path> users,
        Optional<Path> tokens) {

    /** The certificate and key that clients are shown. */
    public sealed interface Identity {

        record Pem(Path certificate, Path key) implements Identity {}

        record Pkcs12(Path store, String password) implements Identity {
            @Override
            public String toString() {
                return "Pkcs12[" + store + "]";
            }
        }
    }
}
