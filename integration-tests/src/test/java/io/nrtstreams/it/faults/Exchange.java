package io.nrtstreams.it.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One request of a client, and the connection to the endpoint that it may be passed on to. For one thread. */
final class Exchange {
    private static final long PAUSE_MILLIS = 400;
    private static final long LONG_MILLIS = 60_000;

    private final HttpMessage request;
    private final OutputStream client;
    private final URI endpoint;
    private final CountDownLatch released;
    private boolean hungUp;

    Exchange(HttpMessage request, OutputStream client, URI endpoint, CountDownLatch released) {
        this.request = request;
        this.client = client;
        this.endpoint = endpoint;
        this.released = released;
    }

    /** The endpoint's answer. */
    HttpMessage ask() throws IOException {
        try (Socket socket = connect()) {
            request.writeTo(socket.getOutputStream());
            return HttpMessage.readAnswer(request.method(), new BufferedInputStream(socket.getInputStream()));
        }
    }

    void askHalf() throws IOException {
        try (Socket socket = connect()) {
            request.writeHalfTo(socket.getOutputStream());
        }
    }

    private Socket connect() throws IOException {
        return new Socket(endpoint.getHost(), endpoint.getPort());
    }

    void passOn() throws IOException {
        answer(ask());
    }

    void answer(HttpMessage answer) throws IOException {
        answer.writeTo(client);
    }

    void answerHalf(HttpMessage answer) throws IOException {
        answer.writeHalfTo(client);
    }

    void answerPart(HttpMessage answer, int bytes) throws IOException {
        answer.writeTo(client, bytes);
    }

    /** The connection to the client ends after this request. */
    void hangUp() {
        hungUp = true;
    }

    boolean isHungUp() {
        return hungUp;
    }

    void pause() throws IOException {
        awaitRelease(PAUSE_MILLIS);
    }

    void awaitRelease() throws IOException {
        awaitRelease(LONG_MILLIS);
    }

    private void awaitRelease(long atMostMillis) throws IOException {
        try {
            // Whether it was released or the time is up: the request goes on.
            boolean unused = released.await(atMostMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("held no longer");
        }
    }
}
