package io.nrtstreams.connect.cleaning.text;

/** Checks and skips values that are not declared. For one text, by one thread. */
final class JsonSkipper {
    /** Objects and lists within one another, which bounds the depth of the stack. */
    private static final int DEEPEST = 64;

    private final JsonCursor cursor;
    private final JsonTokens tokens;

    JsonSkipper(JsonCursor cursor, JsonTokens tokens) {
        this.cursor = cursor;
        this.tokens = tokens;
    }

    /** Skips the value in hand, {@code depth} objects and lists deep. */
    void skip(String path, int depth) {
        cursor.skipBlanks();
        char c = cursor.peek();
        if (depth > DEEPEST) {
            tokens.misplaced(path, "at most " + DEEPEST + " records and lists within one another");
        } else if (c == '{') {
            skipObject(path, depth);
        } else if (c == '[') {
            skipList(path, depth);
        } else if (cursor.atQuote()) {
            if (cursor.text(c) == null) {
                tokens.misplaced(path, "text that is well-formed and closed");
            }
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            if (cursor.number() < 0) {
                tokens.misplaced(path, "a number");
            }
        } else if (tokens.word() == JsonTokens.Word.UNKNOWN) {
            tokens.misplaced(path, "a value");
        }
    }

    private void skipObject(String path, int depth) {
        cursor.accept('{');
        for (boolean first = true; tokens.continuesUntil('}', first, path); first = false) {
            cursor.skipBlanks();
            if (!cursor.atQuote() || cursor.text(cursor.peek()) == null || !cursor.accept(':')) {
                tokens.misplaced(path, "a field name in quotes and a colon");
                return;
            }
            skip(path, depth + 1);
        }
    }

    private void skipList(String path, int depth) {
        cursor.accept('[');
        for (boolean first = true; tokens.continuesUntil(']', first, path); first = false) {
            skip(path, depth + 1);
        }
    }
}
