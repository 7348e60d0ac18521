package io.nrtstreams.connect.cleaning.text;

import io.nrtstreams.connect.cleaning.core.Outcome;
import io.nrtstreams.connect.cleaning.text.JsonCursor.Dialect;

/** One JSON object (RFC 8259), or one Python dict as {@code str()} prints it. */
public final class JsonFormat implements TextFormat {
    private final Shape shape;
    private final Dialect dialect;

    private JsonFormat(Shape shape, Dialect dialect) {
        this.shape = shape;
        this.dialect = dialect;
    }

    /** JSON by the letter of the standard. */
    public static JsonFormat strict(Shape shape) {
        return new JsonFormat(shape, Dialect.STRICT);
    }

    /**
     * JSON, and what a Python dict or a lax writer makes of it: single quotes, {@code None}, {@code True},
     * {@code False}, {@code NaN} and {@code nan} (both null), trailing commas, {@code \'}, {@code \x} and {@code \U}
     * escapes, raw control characters in strings, and numbers in quotes where a number is declared.
     */
    public static JsonFormat lenient(Shape shape) {
        return new JsonFormat(shape, Dialect.LENIENT);
    }

    @Override
    public Outcome read(String text) {
        return new JsonReader(new JsonCursor(text, dialect)).read(shape);
    }
}
