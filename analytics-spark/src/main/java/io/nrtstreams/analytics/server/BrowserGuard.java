package io.nrtstreams.analytics.server;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a page of another site can make a browser send. On loopback only loopback's own names are answered, so
 * that a site whose name is turned to 127.0.0.1 (DNS rebinding) reads nothing; and wherever it listens, nothing is done
 * for a request whose {@code Origin} is another site. Clients that are no browsers send no {@code Origin}.
 *
 * @param loopback whether the server can be reached from its own machine only
 */
public record BrowserGuard(boolean loopback) {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|\\[?::1]?");

    /** For a server that listens on {@code host}; one that cannot be resolved is not loopback. */
    public static BrowserGuard listeningOn(String host) {
        try {
            return new BrowserGuard(InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException e) {
            return new BrowserGuard(false);
        }
    }

    /** Why the request is refused, or empty if it is not. */
    public Optional<String> refusal(HttpServerRequest request) {
        HostAndPort asked = request.authority();
        if (loopback && !isLoopback(asked)) {
            return Optional.of("the Host header is no name of loopback: use http://127.0.0.1, or listen on another"
                    + " address, which the setting listeners names");
        }
        String origin = request.getHeader("Origin");
        if (origin != null && !isRead(request) && !isOf(asked, origin)) {
            return Optional.of("the Origin header is of another site: only the server's own page may do this");
        }
        return Optional.empty();
    }

    /** What another site's page cannot read the answer of; of a WebSocket it could. */
    private static boolean isRead(HttpServerRequest request) {
        return HttpMethod.GET.equals(request.method()) && request.getHeader("Upgrade") == null;
    }

    private static boolean isLoopback(@Nullable HostAndPort asked) {
        return asked != null
                && LOOPBACK.matcher(asked.host().toLowerCase(Locale.ROOT)).matches();
    }

    /** The scheme is left out: what ends TLS before the server keeps the name and not the scheme. */
    private static boolean isOf(@Nullable HostAndPort asked, String origin) {
        return asked != null && origin.replaceFirst("^https?://", "").equalsIgnoreCase(asked.toString());
    }
}
