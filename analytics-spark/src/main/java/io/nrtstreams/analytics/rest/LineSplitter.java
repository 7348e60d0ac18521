package io.nrtstreams.analytics.rest;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a body into lines as its parts come in. Holds one line at most. Used by one thread. */
final class LineSplitter {

    private final int longest;
    private Buffer rest = Buffer.buffer();

    /** @param longest how many bytes a line may have */
    LineSplitter(int longest) {
        this.longest = longest;
    }

    /**
     * The lines that end in this part; blank ones are left out.
     *
     * @throws RefusedRequest when a line is too long
     */
    List<Buffer> take(Buffer part) {
        List<Buffer> lines = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < part.length(); i++) {
            if (part.getByte(i) == '\n') {
                rest.appendBuffer(part, begin, i - begin);
                add(lines);
                begin = i + 1;
            }
        }
        rest.appendBuffer(part, begin, part.length() - begin);
        check();
        return lines;
    }

    /** The last line, which need not end. */
    Optional<Buffer> last() {
        List<Buffer> lines = new ArrayList<>();
        add(lines);
        return lines.stream().findFirst();
    }

    private void add(List<Buffer> lines) {
        check();
        if (!isBlank(rest)) {
            lines.add(rest);
        }
        rest = Buffer.buffer();
    }

    private void check() {
        if (rest.length() > longest) {
            throw new RefusedRequest(
                    RestError.BODY_TOO_LARGE, "a row is longer than " + longest + " bytes, the limit of the server");
        }
    }

    private static boolean isBlank(Buffer line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.getByte(i) != ' ' && line.getByte(i) != '\r' && line.getByte(i) != '\t') {
                return false;
            }
        }
        return true;
    }
}
