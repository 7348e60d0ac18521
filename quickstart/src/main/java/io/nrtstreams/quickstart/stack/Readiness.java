package io.nrtstreams.quickstart.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Tells whether a part can be used. */
@FunctionalInterface
public interface Readiness {
    /** How long one probe may take, in milliseconds. */
    int PROBE_MILLIS = 2000;

    /** Whether the part can be used now; never throws because it cannot. */
    boolean ready();

    /** Ready once something listens on the port of the loopback address. */
    static Readiness listening(int port) {
        return () -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_MILLIS);
                return true;
            } catch (IOException e) {
                return false;
            }
        };
    }

    /** Ready once a GET is answered with 200. */
    static Readiness answersOk(URI address) {
        return () -> {
            try {
                HttpURLConnection connection =
                        (HttpURLConnection) address.toURL().openConnection();
                connection.setConnectTimeout(PROBE_MILLIS);
                connection.setReadTimeout(PROBE_MILLIS);
                int status = connection.getResponseCode();
                connection.disconnect();
                return status == HttpURLConnection.HTTP_OK;
            } catch (IOException e) {
                return false;
            }
        };
    }
}
