package io.nrtstreams.connect.s3.storage;

import io.nrtstreams.connect.s3.storage.StoreSettings.Addressing;
import io.nrtstreams.connect.s3.storage.StoreSettings.Credentials;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Answers each kind of request with given bytes, and ends the connection then: after the first bytes only where the answer
 * is the first one of the kind that is to be cut. For one client at a time.
 */
final class CutEndpoint implements AutoCloseable {
    private final ServerSocket server;
    private volatile Plan plan = new Plan(Map.of(), "", Integer.MAX_VALUE);
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /**
     * @param answers by kind of request
     * @param cut the kind whose first answer is cut
     * @param after so many bytes
     */
    record Plan(Map<String, String> answers, String cut, int after) {}

    CutEndpoint() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "cut-endpoint");
        thread.setDaemon(true);
        thread.start();
    }

    void follow(Plan next) {
        asked.clear();
        plan = next;
    }

    /** The kinds of the requests since the plan was made. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** A store here that asks once, with parts of four bytes. */
    ObjectStore open() {
        return ObjectStores.open(new StoreSettings(
                "lake",
                Optional.of("us-east-1"),
                Optional.of(URI.create("http://127.0.0.1:" + server.getLocalPort())),
                Addressing.PATH,
                Optional.of(new Credentials("id", "secret")),
                4,
                1,
                2));
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                answer(new BufferedInputStream(client.getInputStream()), client.getOutputStream());
            } catch (SocketException e) {
                // The client has gone, as it may, or the test is over.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void answer(InputStream in, OutputStream out) throws IOException {
        String request = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            length = lower.startsWith("content-length:")
                    ? Integer.parseInt(lower.substring(15).strip())
                    : length;
        }
        in.skipNBytes(length);
        if (!request.isEmpty()) {
            out.write(bytes(kind(request)));
            out.flush();
        }
    }

    private byte[] bytes(String kind) {
        String answer = plan.answers.getOrDefault(kind, "");
        boolean isCut = kind.equals(plan.cut) && !asked.contains(kind);
        asked.add(kind);
        return answer.substring(0, isCut ? Math.min(plan.after, answer.length()) : answer.length())
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static String kind(String request) {
        String[] words = request.split(" ");
        URI uri = URI.create(words[1]);
        return new RecordingEndpoint.Request(words[0], uri, Map.of(), "").kind();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
