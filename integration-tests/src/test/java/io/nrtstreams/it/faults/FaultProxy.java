package io.nrtstreams.it.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;

/**
 * Stands between a client and an S3 endpoint, counts the requests, and lets happen to each what a {@link FaultPlan} says.
 * It listens on a free port of the loopback address and speaks HTTP/1.1 with connections that are kept alive; a thread for
 * each connection, of which a client has as many as it has requests at the same time.
 */
final class FaultProxy implements AutoCloseable {
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private final URI endpoint;
    private final FaultPlan plan;
    private final CountDownLatch released = new CountDownLatch(1);
    private final Map<Operation, Integer> seen = new EnumMap<>(Operation.class);
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    /** The caller, and a party for each request that is under way. */
    private final Phaser underWay = new Phaser(1);

    private FaultProxy(ServerSocket server, URI endpoint, FaultPlan plan) {
        this.server = server;
        this.endpoint = endpoint;
        this.plan = plan;
    }

    /** Starts a proxy in front of {@code endpoint}. */
    static FaultProxy start(URI endpoint, FaultPlan plan) {
        try {
            FaultProxy proxy =
                    new FaultProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), endpoint, plan);
            daemon("fault-proxy", proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("the fault proxy does not start", e);
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Where the client is to send its requests. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** How many requests have come. */
    int requests() {
        synchronized (seen) {
            return seen.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** How many requests have come, by what they asked for. */
    Map<Operation, Integer> byOperation() {
        synchronized (seen) {
            return new EnumMap<>(seen);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                clients.add(client);
                daemon("fault-proxy-connection", () -> serve(client));
            } catch (SocketException e) {
                return; // Closed, which is how the proxy ends.
            } catch (IOException e) {
                throw new UncheckedIOException("the fault proxy cannot accept", e);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            BufferedInputStream in = new BufferedInputStream(client.getInputStream());
            while (serveOne(in, client.getOutputStream())) {
                // The next one on the same connection.
            }
        } catch (IOException e) {
            // The client or the endpoint has gone: for the other one that is a connection that ends, as it would be
            // without a proxy.
        } finally {
            clients.remove(client);
        }
    }

    private boolean serveOne(BufferedInputStream in, OutputStream out) throws IOException {
        Optional<String> head = HttpMessage.readHead(in);
        if (head.isEmpty()) {
            return false;
        }
        if (HttpMessage.header(head.get(), "expect").isPresent()) {
            out.write(CONTINUE);
            out.flush();
        }
        HttpMessage request = HttpMessage.readRequest(head.get(), in).without("Expect");
        Exchange exchange = new Exchange(request, out, endpoint, released);
        underWay.register();
        try {
            plan.of(count(Operation.of(request))).at(exchange);
        } finally {
            underWay.arriveAndDeregister();
        }
        return !exchange.isHungUp();
    }

    /** Lets go of the requests that {@link Fault#HELD} holds. */
    void release() {
        released.countDown();
    }

    /** Waits until what has come has also been done, whoever still waits for the answer. */
    void awaitQuiet() {
        underWay.arriveAndAwaitAdvance();
    }

    private FaultPlan.Arrival count(Operation operation) {
        synchronized (seen) {
            int ofItsKind = seen.merge(operation, 1, Integer::sum);
            return new FaultPlan.Arrival(requests(), operation, ofItsKind);
        }
    }

    @Override
    public void close() {
        release();
        try {
            server.close();
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the fault proxy does not close", e);
        }
    }
}
