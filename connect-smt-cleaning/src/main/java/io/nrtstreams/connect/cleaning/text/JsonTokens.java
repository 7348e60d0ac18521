package io.nrtstreams.connect.cleaning.text;

import io.nrtstreams.connect.cleaning.core.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What holds the values of a JSON text together, and the first thing that is wrong with it, which ends the reading. For
 * one text, by one thread.
 */
final class JsonTokens {
    /** The values that are words. */
    enum Word {
        NULL,
        TRUE,
        FALSE,
        UNKNOWN
    }

    private final JsonCursor cursor;
    private @Nullable Refused refused;

    JsonTokens(JsonCursor cursor) {
        this.cursor = cursor;
    }

    /** What is wrong with the text; null while nothing is. */
    @Nullable Refused refused() {
        return refused;
    }

    boolean areSound() {
        return refused == null;
    }

    /** Notes what is wrong with the text, if nothing was before. */
    void refuse(Refused found) {
        refused = refused == null ? found : refused;
    }

    /** Notes that something else was expected where the cursor is. */
    void misplaced(String path, String expected) {
        refuse(Refused.reject(
                path, cursor.dialect().label(), "expected " + expected + " at character " + cursor.position()));
    }

    /** Takes the comma before another element and says that there is one, or takes {@code close} and says there is none. */
    boolean continuesUntil(char close, boolean first, String path) {
        if (!areSound() || cursor.accept(close)) {
            return false;
        }
        if (first) {
            return true;
        }
        if (!cursor.accept(',')) {
            misplaced(path, "a comma or " + close);
            return false;
        }
        return !(cursor.isLenient() && cursor.accept(close));
    }

    /** Takes a field name; null where there is none. */
    @Nullable String name(String path) {
        if (!cursor.atQuote()) {
            misplaced(path, "a field name in quotes");
            return null;
        }
        String name = cursor.text(cursor.peek());
        if (name == null) {
            misplaced(path, "a field name that is well-formed and closed");
        }
        return name;
    }

    /** Takes the colon after a field name. */
    void colon(String path) {
        if (areSound() && !cursor.accept(':')) {
            misplaced(path, "a colon after a field name");
        }
    }

    /** Takes a value that is a word. */
    Word word() {
        return switch (cursor.word()) {
            case "null" -> Word.NULL;
            case "true" -> Word.TRUE;
            case "false" -> Word.FALSE;
            case "None", "NaN", "nan" -> cursor.isLenient() ? Word.NULL : Word.UNKNOWN;
            case "True" -> cursor.isLenient() ? Word.TRUE : Word.UNKNOWN;
            case "False" -> cursor.isLenient() ? Word.FALSE : Word.UNKNOWN;
            default -> Word.UNKNOWN;
        };
    }
}
