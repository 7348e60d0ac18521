package io.nrtstreams.analytics.rest;

import io.nrtstreams.analytics.sql.settings.HttpSettings;
import io.nrtstreams.analytics.sql.settings.RequestLimits;
import java.io.IOException;
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

    /**
     * What a server's settings say. Reads the files of users and tokens.
     *
     * @throws IOException when one of them cannot be read
     * @throws IllegalArgumentException when one of them is wrong
     */
    public static RestSettings of(HttpSettings http, RequestLimits limits) throws IOException {
        boolean isOpen = http.users().isEmpty() && http.tokens().isEmpty();
        return new RestSettings(
                http.host(),
                http.port(),
                http.tls().map(RestSettings::identity),
                http.tlsEndsBefore(),
                isOpen ? Access.OPEN : Access.read(http.users(), http.tokens()),
                RestLimits.of(limits));
    }

    private static TlsIdentity identity(HttpSettings.Identity identity) {
        if (identity instanceof HttpSettings.Identity.Pem pem) {
            return new TlsIdentity.Pem(pem.certificate(), pem.key());
        }
        HttpSettings.Identity.Pkcs12 store = (HttpSettings.Identity.Pkcs12) identity;
        return new TlsIdentity.Pkcs12(store.store(), store.password());
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
