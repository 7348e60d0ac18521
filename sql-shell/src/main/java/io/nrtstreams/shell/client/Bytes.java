package io.nrtstreams.shell.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;

/** Bodies in memory, up to a limit. */
final class Bytes {

    /** A body of more than so many bytes is cut behind the next one, so that it can be told. */
    static final int MOST = 64 << 20;

    private Bytes() {}

    /** Unlike a stream, the wait for it ends when the thread is interrupted. */
    static BodyHandler<byte[]> handler() {
        return response -> {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            return BodySubscribers.mapping(
                    BodySubscribers.ofByteArrayConsumer(part -> part.ifPresent(bytes -> add(bytes, body))),
                    end -> body.toByteArray());
        };
    }

    private static void add(byte[] bytes, ByteArrayOutputStream body) {
        body.write(bytes, 0, Math.min(bytes.length, MOST + 1 - body.size()));
    }

    static byte[] of(InputStream in) {
        try (in) {
            return in.readNBytes(MOST + 1);
        } catch (IOException e) {
            throw new ServerException("The connection broke off while the server said why it refuses. Ask again.", e);
        }
    }
}
