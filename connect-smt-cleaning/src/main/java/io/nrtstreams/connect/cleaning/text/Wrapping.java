package io.nrtstreams.connect.cleaning.text;

import org.jspecify.annotations.Nullable;

/** What the text of a record is within. */
public enum Wrapping {
    /** Nothing. */
    PLAIN("text") {
        @Override
        String unwrapped(String text) {
            return text;
        }
    },
    /** One JSON string, as a JsonConverter without schemas writes text. */
    JSON_STRING("one JSON string") {
        @Override
        @Nullable String unwrapped(String text) {
            JsonCursor cursor = new JsonCursor(text, JsonCursor.Dialect.STRICT);
            cursor.skipBlanks();
            String content = cursor.atQuote() ? cursor.text('"') : null;
            cursor.skipBlanks();
            return cursor.atEnd() ? content : null;
        }
    };

    private final String expected;

    Wrapping(String expected) {
        this.expected = expected;
    }

    /** The text itself, null where it is not within what it should be. */
    abstract @Nullable String unwrapped(String text);

    /** What is expected, in words. */
    String expected() {
        return expected;
    }
}
