package io.nrtstreams.analytics.rest;

import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PfxOptions;
import java.nio.file.Path;

/** The certificate and key that the server shows its clients. */
public sealed interface TlsIdentity {

    /**
     * Files in PEM.
     *
     * @param certificate the chain, the server's own first
     */
    record Pem(Path certificate, Path key) implements TlsIdentity {}

    /** A key store of type PKCS12. */
    record Pkcs12(Path store, String password) implements TlsIdentity {
        @Override
        public String toString() {
            return "Pkcs12[" + store + "]";
        }
    }

    /** As Vert.x wants it. */
    static KeyCertOptions options(TlsIdentity identity) {
        if (identity instanceof Pem pem) {
            return new PemKeyCertOptions()
                    .setCertPath(pem.certificate.toString())
                    .setKeyPath(pem.key.toString());
        }
        Pkcs12 store = (Pkcs12) identity;
        return new PfxOptions().setPath(store.store.toString()).setPassword(store.password);
    }
}
