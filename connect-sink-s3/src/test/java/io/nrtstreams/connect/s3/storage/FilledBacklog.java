package io.nrtstreams.connect.s3.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** Connections that fill the backlog of a server that takes none of them. */
record FilledBacklog(List<Socket> waiting) implements AutoCloseable {
    private static final int MOST = 64;

    static FilledBacklog of(ServerSocket server) throws IOException {
        List<Socket> waiting = new ArrayList<>();
        for (int n = 0; n < MOST; n++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), 100);
            } catch (SocketTimeoutException e) {
                return new FilledBacklog(waiting);
            }
        }
        throw new IOException("the backlog of the server never filled");
    }

    int size() {
        return waiting.size();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : waiting) {
            socket.close();
        }
    }
}
