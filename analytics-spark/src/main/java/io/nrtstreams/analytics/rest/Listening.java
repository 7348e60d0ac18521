package io.nrtstreams.analytics.rest;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The settings as Vert.x wants them. */
final class Listening {

    /** A property's name or a status's path is not longer; statements go into bodies. */
    private static final int LONGEST_REQUEST_LINE = 16 << 10;

    private static final int LONGEST_HEADERS = 16 << 10;

    private Listening() {}

    static HttpServerOptions options(RestSettings settings) {
        HttpServerOptions options = new HttpServerOptions()
                .setHttp2ClearTextEnabled(true)
                .setHandle100ContinueAutomatically(true)
                .setTcpKeepAlive(true)
                .setTcpNoDelay(true)
                .setMaxInitialLineLength(LONGEST_REQUEST_LINE)
                .setMaxHeaderSize(LONGEST_HEADERS)
                .setMaxWebSocketFrameSize(64 << 10)
                .setMaxWebSocketMessageSize(64 << 10)
                .setIdleTimeout((int)
                        Math.min(Integer.MAX_VALUE, settings.limits().idleTime().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        settings.tls()
                .ifPresent(identity -> options.setSsl(true)
                        .setKeyCertOptions(TlsIdentity.options(identity))
                        .setUseAlpn(true)
                        .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1)));
        return options;
    }
}
