package io.nrtstreams.shell;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Addresses of servers. */
final class Addresses {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    /** An http or https address; without a scheme it is http. */
    static URI server(String text) {
        try {
            URI uri = new URI(text.contains("://") ? text : "http://" + text);
            boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!isHttp || uri.getHost() == null) {
                throw new ShellFailure("A server's address is such as http://127.0.0.1:8088 or https://host:443.");
            }
            if (uri.getUserInfo() != null) {
                throw new ShellFailure("Credentials do not belong into an address: give --user and NRT_SQL_PASSWORD.");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new ShellFailure("This is no address: " + e.getReason() + ". One is http://127.0.0.1:8088.", e);
        }
    }

    /** Whether what is sent there can be read on the way. */
    static boolean isExposed(URI uri) {
        return "http".equals(uri.getScheme()) && !LOOPBACK.contains(uri.getHost());
    }
}
