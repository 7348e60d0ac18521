package io.nrtstreams.analytics.rest;

import java.util.Optional;

/**
 * How the server listens.
 *
 * @param host the address to listen on: a name or an IP address of this machine
 * @param port 0 takes any free one
 * @param tls empty for clear text
 * @param tlsEndsBefore whether something before the server ends TLS, so that clear text is fine although the server does
 *     not listen on loopback
 * @param access who is let in
 */
public record RestSettings(
        String host, int port, Optional<TlsIdentity> tls, boolean tlsEndsBefore, Access access, RestLimits limits) {

    /** Clear text for whoever is on this machine, with the default limits. */
    public static RestSettings onLoopback(int port) {
        return new RestSettings("127.0.0.1", port, Optional.empty(), false, Access.OPEN, RestLimits.DEFAULT);
    }

    public RestSettings withLimits(RestLimits other) {
        return new RestSettings(host, port, tls, tlsEndsBefore, access, other);
    }

    public RestSettings withAccess(Access other) {
        return new RestSettings(host, port, tls, tlsEndsBefore, other, limits);
    }

    public RestSettings withTls(TlsIdentity identity) {
        return new RestSettings(host, port, Optional.of(identity), tlsEndsBefore, access, limits);
    }
}
