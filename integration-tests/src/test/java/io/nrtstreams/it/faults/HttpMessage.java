package io.nrtstreams.it.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One HTTP/1.1 message as it goes over the wire (RFC 9112): its head with the empty line, and its body in whatever framing
 * it came. A message is held whole, which is one part of an upload at most.
 */
record HttpMessage(String head, byte[] body) {
    private static final int LONGEST_HEAD = 64 << 10;
    private static final byte[] NO_BODY = {};

    /** An answer with an S3 error document. */
    static HttpMessage error(int status, String code) {
        return xml(status, "<Error><Code>" + code + "</Code><Message>made to happen</Message></Error>");
    }

    /** What a completed upload is answered where it fails after the status was sent. */
    static HttpMessage errorWithinSuccess() {
        return xml(200, "\n\n<Error><Code>InternalError</Code><Message>made to happen</Message></Error>");
    }

    private static HttpMessage xml(int status, String document) {
        byte[] body = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + document).getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " Fault\r\nContent-Type: application/xml\r\nContent-Length: " + body.length
                + "\r\n\r\n";
        return new HttpMessage(head, body);
    }

    /** Reads the head of a message, or nothing where the connection ends before one. */
    static Optional<String> readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int endSeen = 0;
        while (endSeen < 4) {
            int next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            head.write(next);
            endSeen = next == "\r\n\r\n".charAt(endSeen) ? endSeen + 1 : next == '\r' ? 1 : 0;
            if (head.size() > LONGEST_HEAD) {
                throw new IOException("the head of a message is longer than " + LONGEST_HEAD + " bytes");
            }
        }
        return Optional.of(head.toString(StandardCharsets.ISO_8859_1));
    }

    static HttpMessage readRequest(String head, InputStream in) throws IOException {
        return new HttpMessage(head, readBody(head, in));
    }

    /** Reads the answer to a request of that method. */
    static HttpMessage readAnswer(String method, InputStream in) throws IOException {
        String head = readHead(in).orElseThrow(() -> new EOFException("the endpoint hung up without an answer"));
        int status = Integer.parseInt(head.split(" ", 3)[1]);
        boolean hasBody = !method.equals("HEAD") && status != 204 && status != 304;
        return new HttpMessage(head, hasBody ? readBody(head, in) : NO_BODY);
    }

    private static byte[] readBody(String head, InputStream in) throws IOException {
        if (header(head, "transfer-encoding")
                .filter("chunked"::equalsIgnoreCase)
                .isPresent()) {
            return readChunks(in);
        }
        int length = header(head, "content-length").map(Integer::parseInt).orElse(0);
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("a message ended " + (length - body.length) + " bytes early");
        }
        return body;
    }

    private static byte[] readChunks(InputStream in) throws IOException {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        int size;
        do {
            String line = readLine(in);
            chunks.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1));
            size = Integer.parseInt(line.split("[;\r]", 2)[0].strip(), 16);
            chunks.writeBytes(in.readNBytes(size));
            chunks.writeBytes(readLine(in).getBytes(StandardCharsets.ISO_8859_1));
        } while (size > 0);
        return chunks.toByteArray();
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.append((char) next);
            if (next == '\n') {
                return line.toString();
            }
        }
        throw new EOFException("a message ended within its framing");
    }

    static Optional<String> header(String head, String name) {
        return head.lines()
                .skip(1)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    /** Without a header, which is not signed. */
    HttpMessage without(String name) {
        return new HttpMessage(head.replaceAll("(?im)^" + name + ":.*\r\n", ""), body);
    }

    /** With a header that it has in front of the others. */
    HttpMessage withInFront(String name) {
        String value = header(head, name.toLowerCase(Locale.ROOT)).orElseThrow();
        String others = without(name).head;
        int first = others.indexOf("\r\n") + 2;
        return new HttpMessage(
                others.substring(0, first) + name + ": " + value + "\r\n" + others.substring(first), body);
    }

    String method() {
        return head.substring(0, head.indexOf(' '));
    }

    /** Path and query. */
    String target() {
        return head.split(" ", 3)[1];
    }

    /** In bytes, head and body. */
    int length() {
        return head.length() + body.length;
    }

    void writeTo(OutputStream out) throws IOException {
        writeTo(out, length());
    }

    /** Writes the first half: of the body, or of the head where there is no body. */
    void writeHalfTo(OutputStream out) throws IOException {
        writeTo(out, body.length > 0 ? head.length() + body.length / 2 : head.length() / 2);
    }

    /** Writes the first bytes. */
    void writeTo(OutputStream out, int bytes) throws IOException {
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        out.write(first, 0, Math.min(bytes, first.length));
        out.write(body, 0, Math.max(0, Math.min(bytes - first.length, body.length)));
        out.flush();
    }
}
