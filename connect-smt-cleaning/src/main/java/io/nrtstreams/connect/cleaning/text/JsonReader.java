package io.nrtstreams.connect.cleaning.text;

import io.nrtstreams.connect.cleaning.core.Cleaned;
import io.nrtstreams.connect.cleaning.core.Outcome;
import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.core.ScalarType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object straight into a Struct of the declared shape. Fields that are not declared are checked and
 * skipped, declared ones that are absent are null, one that is there twice is refused.
 *
 * <p>The first thing that is wrong is kept and ends the reading. For one text, by one thread.
 */
final class JsonReader {
    /** Objects and lists within one another, which bounds the depth of the stack. */
    private static final int DEEPEST = 64;

    private final JsonCursor cursor;
    private @Nullable Refused refused;

    JsonReader(JsonCursor cursor) {
        this.cursor = cursor;
    }

    Outcome read(Shape shape) {
        cursor.skipBlanks();
        Struct struct = readObject(shape, "", 1);
        cursor.skipBlanks();
        if (refused == null && !cursor.atEnd()) {
            misplaced("", "the end of the text");
        }
        return refused != null || struct == null ? refusal() : new Cleaned(struct);
    }

    private Refused refusal() {
        return refused == null ? Refused.reject("", cursor.dialect().label(), "expected a record") : refused;
    }

    private @Nullable Struct readObject(Shape shape, String path, int depth) {
        if (!cursor.accept('{')) {
            return misplaced(path, "{ at the beginning of a record");
        }
        Struct struct = new Struct(shape.schema());
        boolean[] seen = new boolean[shape.size()];
        int next = 0;
        for (boolean first = true; continuesUntil('}', first, path); first = false) {
            int index = readName(shape, next, path);
            if (refused != null) {
                return null;
            }
            if (index < 0) {
                skipValue(path, depth + 1);
                continue;
            }
            if (seen[index]) {
                return refuse(shape.column(index), "expected the field once");
            }
            seen[index] = true;
            next = index + 1;
            Object value = readValue(shape.column(index), depth);
            if (value != null) {
                struct.put(shape.field(index), value);
            }
        }
        return refused == null ? struct : null;
    }

    /** Takes the comma before another element and says that there is one, or takes {@code close} and says there is none. */
    private boolean continuesUntil(char close, boolean first, String path) {
        if (refused != null || cursor.accept(close)) {
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

    /** Takes a name and its colon; -1 for a field that is not declared. */
    private int readName(Shape shape, int next, String path) {
        cursor.skipBlanks();
        // Most texts keep the declared order, and then a name need not be copied to be recognised.
        boolean inOrder = next < shape.size()
                && cursor.atQuote()
                && cursor.acceptName(shape.field(next).name());
        int index = next;
        if (!inOrder) {
            String name = readName(path);
            index = name == null ? -1 : shape.indexOf(name);
        }
        if (refused == null && !cursor.accept(':')) {
            misplaced(path, "a colon after a field name");
        }
        return index;
    }

    private @Nullable String readName(String path) {
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

    private @Nullable Object readValue(Column column, int depth) {
        cursor.skipBlanks();
        char c = cursor.peek();
        if (c == '{') {
            return readBraces(column, depth);
        } else if (c == '[') {
            return column.form() instanceof Form.ArrayOf array
                    ? readList(array.element(), depth + 1)
                    : refuse(column, "expected " + column.expected() + ", found a list");
        } else if (cursor.atQuote()) {
            return readText(column);
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            return readNumber(column);
        }
        return readWord(column);
    }

    private @Nullable Object readBraces(Column column, int depth) {
        if (column.form() instanceof Form.Row row) {
            return readObject(row.shape(), column.path(), depth + 1);
        }
        return column.form() instanceof Form.MapOf map
                ? readMap(column, map.value(), depth + 1)
                : refuse(column, "expected " + column.expected() + ", found a record");
    }

    private @Nullable Object readList(Column element, int depth) {
        List<@Nullable Object> values = new ArrayList<>();
        cursor.accept('[');
        for (boolean first = true; continuesUntil(']', first, element.path()); first = false) {
            values.add(readValue(element, depth));
        }
        return refused == null ? values : null;
    }

    private @Nullable Object readMap(Column column, Column element, int depth) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        cursor.accept('{');
        for (boolean first = true; continuesUntil('}', first, column.path()); first = false) {
            cursor.skipBlanks();
            String name = readName(column.path());
            if (name == null) {
                return null;
            }
            if (!cursor.accept(':')) {
                return misplaced(column.path(), "a colon after a field name");
            }
            if (values.containsKey(name)) {
                return refuse(column, "expected each name once");
            }
            values.put(name, readValue(element, depth));
        }
        return refused == null ? values : null;
    }

    private static @Nullable ScalarType scalar(Column column) {
        return column.form() instanceof Form.Scalar scalar ? scalar.type() : null;
    }

    private @Nullable Object readText(Column column) {
        String text = cursor.text(cursor.peek());
        if (text == null) {
            return misplaced(column.path(), "text that is well-formed and closed");
        }
        ScalarType type = scalar(column);
        if (type == ScalarType.STRING) {
            return text;
        }
        if (type == null || !cursor.isLenient()) {
            return refuse(column, "expected " + column.expected() + ", found text");
        }
        return orRefuse(column, type.read(text, 0, text.length()));
    }

    private @Nullable Object readNumber(Column column) {
        int from = cursor.number();
        if (from < 0) {
            return misplaced(column.path(), "a number");
        }
        ScalarType type = scalar(column);
        if (type == null || type == ScalarType.BOOLEAN) {
            return refuse(column, "expected " + column.expected() + ", found a number");
        }
        return orRefuse(column, type.read(cursor.text(), from, cursor.index()));
    }

    private @Nullable Object readWord(Column column) {
        int position = cursor.position();
        Word word = word();
        if (word == Word.UNKNOWN) {
            return refuse(column, "expected a value at character " + position);
        } else if (word == Word.NULL) {
            return null;
        }
        boolean truth = word == Word.TRUE;
        if (scalar(column) == ScalarType.BOOLEAN) {
            return truth;
        }
        return scalar(column) == ScalarType.STRING
                ? String.valueOf(truth)
                : refuse(column, "expected " + column.expected() + ", found a boolean");
    }

    private enum Word {
        NULL,
        TRUE,
        FALSE,
        UNKNOWN
    }

    private Word word() {
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

    private void skipValue(String path, int depth) {
        cursor.skipBlanks();
        char c = cursor.peek();
        if (depth > DEEPEST) {
            misplaced(path, "at most " + DEEPEST + " records and lists within one another");
        } else if (c == '{') {
            skipObject(path, depth);
        } else if (c == '[') {
            skipList(path, depth);
        } else if (cursor.atQuote()) {
            if (cursor.text(c) == null) {
                misplaced(path, "text that is well-formed and closed");
            }
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            if (cursor.number() < 0) {
                misplaced(path, "a number");
            }
        } else if (word() == Word.UNKNOWN) {
            misplaced(path, "a value");
        }
    }

    private void skipObject(String path, int depth) {
        cursor.accept('{');
        for (boolean first = true; continuesUntil('}', first, path); first = false) {
            cursor.skipBlanks();
            if (!cursor.atQuote() || cursor.text(cursor.peek()) == null || !cursor.accept(':')) {
                misplaced(path, "a field name in quotes and a colon");
                return;
            }
            skipValue(path, depth + 1);
        }
    }

    private void skipList(String path, int depth) {
        cursor.accept('[');
        for (boolean first = true; continuesUntil(']', first, path); first = false) {
            skipValue(path, depth + 1);
        }
    }

    private @Nullable Object orRefuse(Column column, @Nullable Object value) {
        return value == null ? refuse(column, "expected " + column.expected()) : value;
    }

    /** Notes that a field is not as declared; null stands in the place of what was to be read. */
    private @Nullable Struct refuse(Column column, String reason) {
        refused = Refused.reject(column.path(), column.declaration(), reason);
        return null;
    }

    /** Notes that the text is not well-formed; null stands in the place of what was to be read. */
    private @Nullable Struct misplaced(String path, String expected) {
        refused = Refused.reject(
                path, cursor.dialect().label(), "expected " + expected + " at character " + cursor.position());
        return null;
    }
}
