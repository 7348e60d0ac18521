package io.nrtstreams.connect.mock.replay;

import io.nrtstreams.connect.kit.config.Suggestions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the spelling of types, and parts lists of them. */
final class TypeText {
    /** Deeper types than this are a slip. */
    private static final int DEEPEST = 32;

    private static final List<String> NAMES =
            Arrays.stream(PlainType.values()).map(PlainType::label).toList();

    static final String ACCEPTED =
            String.join(", ", NAMES) + ", decimal(digits,digits behind the point), array<type>, struct<name:type, …>";

    private TypeText() {}

    /** @throws IllegalArgumentException if it is no type; the message says what was expected */
    static ColumnType parse(String text) {
        return parse(text.strip(), 0);
    }

    private static ColumnType parse(String text, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("expected a type with at most " + DEEPEST + " levels");
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("decimal(") && text.endsWith(")")) {
            return decimal(text.substring("decimal(".length(), text.length() - 1));
        }
        if (lower.startsWith("array<") && text.endsWith(">")) {
            return ArrayType.of(
                    parse(text.substring("array<".length(), text.length() - 1).strip(), depth + 1));
        }
        if (lower.startsWith("struct<") && text.endsWith(">")) {
            return struct(text.substring("struct<".length(), text.length() - 1), depth + 1);
        }
        return Arrays.stream(PlainType.values())
                .filter(type -> type.label().equals(lower))
                .findFirst()
                .orElseThrow(() -> unknown(lower));
    }

    private static IllegalArgumentException unknown(String text) {
        Optional<String> meant = Suggestions.nearest(text, NAMES);
        return new IllegalArgumentException("expected one of the types " + ACCEPTED
                + meant.map(name -> " (did you mean " + name + "?)").orElse(""));
    }

    private static ColumnType decimal(String digits) {
        String[] parts = digits.split(",", -1);
        try {
            int scale = parts.length < 2 ? 0 : Integer.parseInt(parts[1].strip());
            // Without more than two parts the first is the precision; else the constructor has the message.
            return new DecimalType(parts.length > 2 ? 0 : Integer.parseInt(parts[0].strip()), scale);
        } catch (NumberFormatException e) {
            return new DecimalType(0, 0);
        }
    }

    private static ColumnType struct(String list, int depth) {
        Map<String, ColumnType> fields = new LinkedHashMap<>();
        for (String entry : parted(list)) {
            int colon = lastOutside(entry, ":");
            if (colon < 1) {
                throw new IllegalArgumentException(
                        "expected struct<name:type, …>, e.g. struct<lat:float64, lon:float64>");
            }
            String name = Names.unquoted(entry.substring(0, colon).strip());
            if (fields.put(name, parse(entry.substring(colon + 1).strip(), depth)) != null) {
                throw new IllegalArgumentException("the field " + name + " is named twice");
            }
        }
        return StructType.of(fields);
    }

    /** The entries of a list, parted by the commas that are in no brackets and no backticks. */
    static List<String> parted(String list) {
        List<String> entries = new ArrayList<>();
        int start = 0;
        boolean[] outside = outside(list);
        for (int i = 0; i < list.length(); i++) {
            if (outside[i] && list.charAt(i) == ',') {
                entries.add(list.substring(start, i).strip());
                start = i + 1;
            }
        }
        entries.add(list.substring(start).strip());
        return entries;
    }

    /** Where {@code mark} last begins in no brackets and no backticks, or -1. */
    static int lastOutside(String text, String mark) {
        boolean[] outside = outside(text);
        int at = text.lastIndexOf(mark);
        while (at >= 0 && !outside[at]) {
            at = at == 0 ? -1 : text.lastIndexOf(mark, at - 1);
        }
        return at;
    }

    private static boolean[] outside(String text) {
        boolean[] outside = new boolean[text.length()];
        int depth = 0;
        boolean backticks = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escaped = i > 0 && text.charAt(i - 1) == '\\';
            if (c == '`' && !escaped) {
                backticks = !backticks;
            } else if (!backticks) {
                depth += c == '<' || c == '(' ? 1 : c == '>' || c == ')' ? -1 : 0;
            }
            outside[i] = depth <= 0 && !backticks;
        }
        return outside;
    }

    static String shown(List<Column> columns) {
        return columns.stream().map(Column::toString).collect(Collectors.joining(", "));
    }
}
