package io.nrtstreams.connect.mock.replay;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the values seen so far have in common: the narrowest type that holds them all. Not thread-safe.
 *
 * <p>Whole numbers become int64, others with them float64; texts that are all dates of ISO 8601 become date, all
 * times of it timestamp; true and false become boolean, as JSON values or as the words of a CSV file; whatever has
 * anything else in it, or nothing at all, becomes string. A whole number with leading zeros or beyond 64 bits is a text,
 * for it is an identifier. Objects and arrays win over other values: those are then bad rows.
 */
final class Guess {
    private enum Kind {
        TRUTH,
        WHOLE,
        FRACTION,
        DATE,
        TIME,
        TEXT
    }

    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    private @Nullable Map<String, Guess> fields;
    private @Nullable Guess element;

    /** Takes note of a cell of a CSV file. */
    void cell(String text) {
        String stripped = text.strip();
        if (stripped.equalsIgnoreCase("true") || stripped.equalsIgnoreCase("false")) {
            truth();
        } else if (isWhole(stripped)) {
            whole();
        } else if (isFraction(stripped)) {
            fraction();
        } else {
            text(stripped);
        }
    }

    private static boolean isWhole(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        boolean digits = text.length() > first && text.chars().skip(first).allMatch(c -> c >= '0' && c <= '9');
        boolean padded = text.length() > first + 1 && text.charAt(first) == '0';
        if (!digits || padded) {
            return false;
        }
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException e) {
            // More digits than a number has are an identifier.
            return false;
        }
    }

    private static boolean isFraction(String text) {
        if (text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0) {
            return false;
        }
        if (!text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0)) {
            return false;
        }
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            // A version such as 1.2.3 has the characters of a number and is none.
            return false;
        }
    }

    /** Takes note of a text that may be a time. */
    void text(String text) {
        kinds.add(kindOf(text));
    }

    private static Kind kindOf(String text) {
        if (!IsoTimes.looksLike(text)) {
            return Kind.TEXT;
        }
        try {
            if (text.length() == 10) {
                IsoTimes.date(text);
                return Kind.DATE;
            }
            IsoTimes.micros(text, java.time.ZoneOffset.UTC);
            return Kind.TIME;
        } catch (IllegalArgumentException e) {
            // It begins as a date and is something else.
            return Kind.TEXT;
        }
    }

    void truth() {
        kinds.add(Kind.TRUTH);
    }

    void whole() {
        kinds.add(Kind.WHOLE);
    }

    void fraction() {
        kinds.add(Kind.FRACTION);
    }

    /** Takes note that it is an object; its fields by their names, in the order of their first appearance. */
    Map<String, Guess> object() {
        if (fields == null) {
            fields = new LinkedHashMap<>();
        }
        return fields;
    }

    /** Takes note that it is an array; what its elements have in common. */
    Guess array() {
        if (element == null) {
            element = new Guess();
        }
        return element;
    }

    /** What is known of the value at a path, or null where there was never any. */
    @Nullable Guess at(Iterable<String> steps) {
        Guess here = this;
        for (String step : steps) {
            here = here == null || here.fields == null ? null : here.fields.get(step);
        }
        return here;
    }

    /** The narrowest type of all that was seen. */
    ColumnType type() {
        if (fields != null) {
            Map<String, ColumnType> types = new LinkedHashMap<>();
            fields.forEach((name, guess) -> types.put(name, guess.type()));
            return StructType.of(types);
        }
        if (element != null) {
            return ArrayType.of(element.type());
        }
        if (kinds.equals(EnumSet.of(Kind.WHOLE, Kind.FRACTION))) {
            return PlainType.FLOAT64;
        }
        return kinds.size() == 1 ? plain(kinds.iterator().next()) : PlainType.STRING;
    }

    private static PlainType plain(Kind kind) {
        return switch (kind) {
            case TRUTH -> PlainType.BOOLEAN;
            case WHOLE -> PlainType.INT64;
            case FRACTION -> PlainType.FLOAT64;
            case DATE -> PlainType.DATE;
            case TIME -> PlainType.TIMESTAMP;
            case TEXT -> PlainType.STRING;
        };
    }
}
