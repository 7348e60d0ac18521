package io.nrtstreams.connect.mock.replay;

import java.io.IOException;

/** A line that is longer than a row may be, so that what follows it cannot be found either. */
final class RowTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    RowTooLongException(long line) {
        super("line " + line + ": is longer than " + RowBytes.MAX_ROW + " bytes");
    }
}
