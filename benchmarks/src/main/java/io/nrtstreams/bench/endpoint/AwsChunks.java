package io.nrtstreams.bench.endpoint;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a body in the transfer coding {@code aws-chunked}: chunks of {@code size[;chunk-signature=…]CRLF bytes CRLF}, an
 * empty last one, then trailing headers. Anything else fails. Not thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html">the coding</a>
 */
final class AwsChunks extends InputStream {
    private static final int LONGEST_LINE = 1024;

    private final InputStream coded;
    private final Map<String, String> trailers = new HashMap<>();
    private long left;
    private boolean begun;
    private boolean ended;

    AwsChunks(InputStream coded) {
        this.coded = coded;
    }

    /** The trailing headers, names in lower case; complete once the end has been read. */
    Map<String, String> trailers() {
        return trailers;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
        if (left == 0 && !nextChunk()) {
            return -1;
        }
        int read = coded.read(target, from, (int) Math.min(left, count));
        if (read < 0) {
            throw new EOFException("the body ends within a chunk");
        }
        left -= read;
        return read;
    }

    private boolean nextChunk() throws IOException {
        if (ended) {
            return false;
        }
        if (begun && !line().isEmpty()) {
            throw new IOException("a chunk is longer than it says");
        }
        begun = true;
        left = size(line());
        ended = left == 0;
        if (ended) {
            readTrailers();
        }
        return !ended;
    }

    private static long size(String line) throws IOException {
        int end = line.indexOf(';');
        try {
            return Long.parseLong(end < 0 ? line : line.substring(0, end), 16);
        } catch (NumberFormatException e) {
            throw new IOException("a chunk begins without its size", e);
        }
    }

    private void readTrailers() throws IOException {
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IOException("a trailing header has no colon");
            }
            String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            trailers.put(name, line.substring(colon + 1).strip());
        }
        if (coded.read() >= 0) {
            throw new IOException("the body goes on after its last chunk");
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = coded.read(); c != '\r'; c = coded.read()) {
            if (c < 0 || line.length() == LONGEST_LINE) {
                throw new EOFException("a line of the chunked body has no end");
            }
            line.append((char) c);
        }
        if (coded.read() != '\n') {
            throw new IOException("a line of the chunked body ends without a line feed");
        }
        return new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.US_ASCII);
    }
}
