package io.nrtstreams.connect.mock.replay;

import io.nrtstreams.connect.kit.data.FieldPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a configuration names.
 *
 * @param named those it names, in order
 * @param rest whether the others of the recording follow them, with their own names and inferred types
 */
public record Columns(List<Named> named, boolean rest) {
    /** All columns of the recording, with inferred types. */
    public static final String AUTO = "auto";

    private static final String REST = "*";
    private static final String AS = " as ";

    public Columns {
        named = List.copyOf(named);
    }

    /**
     * A column that is named.
     *
     * @param source its name or path in the recording
     * @param alias the field's name, null for that of the source
     * @param type its type, null to infer it
     */
    record Named(
            String source, @Nullable String alias, @Nullable ColumnType type) {}

    /**
     * Reads {@code auto}, or columns such as {@code time:int64, load_mw:float64 as load, city, *}.
     *
     * @throws IllegalArgumentException if an entry is none, or a column or field is named twice
     */
    public static Columns parse(String text) {
        if (text.strip().toLowerCase(Locale.ROOT).equals(AUTO)) {
            return new Columns(List.of(), true);
        }
        List<Named> named = new ArrayList<>();
        boolean rest = false;
        for (String entry : TypeText.parted(text)) {
            if (rest) {
                throw new IllegalArgumentException("* stands for all other columns; put it at the end");
            }
            rest = entry.equals(REST);
            if (!rest) {
                named.add(named(entry));
            }
        }
        requireNoneTwice(named.stream().map(Named::source).toList(), "column");
        requireNoneTwice(
                named.stream()
                        .map(column -> column.alias == null ? column.source : column.alias)
                        .toList(),
                "field");
        return new Columns(named, rest);
    }

    private static void requireNoneTwice(List<String> names, String what) {
        Set<String> seen = new HashSet<>();
        names.stream().filter(name -> !seen.add(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("the " + what + " " + name + " is named twice");
        });
    }

    /** @throws IllegalArgumentException if two fields have one name */
    static void requireDistinct(List<Column> columns) {
        requireNoneTwice(columns.stream().map(Column::name).toList(), "field");
    }

    private static Named named(String entry) {
        int as = TypeText.lastOutside(entry, AS);
        String alias =
                as < 0 ? null : Names.unquoted(entry.substring(as + AS.length()).strip());
        String column = as < 0 ? entry : entry.substring(0, as).strip();
        int colon = TypeText.lastOutside(column, ":");
        String source = (colon < 0 ? column : column.substring(0, colon)).strip();
        if (source.isEmpty() || (alias != null && alias.isEmpty())) {
            throw new IllegalArgumentException(
                    "expected name:type, parted by commas, e.g. time:int64, load_mw:float64 as load");
        }
        try {
            return new Named(
                    source,
                    alias,
                    colon < 0 ? null : type(column.substring(colon + 1).strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("column " + source + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable ColumnType type(String text) {
        return text.toLowerCase(Locale.ROOT).equals(AUTO) ? null : TypeText.parse(text);
    }

    /**
     * The named columns as they are in a format: in CSV a source is the name of a column, in JSON lines a path.
     *
     * @throws IllegalArgumentException if a path is none, leads through another, or two fields have one name
     */
    public List<Column> in(RecordedFormat format) {
        List<Column> columns = new ArrayList<>();
        for (Named each : named) {
            List<String> steps = format == RecordedFormat.CSV
                    ? List.of(Names.unquoted(each.source))
                    : FieldPath.parse(each.source).steps();
            String name = each.alias != null ? each.alias : steps.get(steps.size() - 1);
            columns.add(new Column(steps, name, each.type));
        }
        requireDistinct(columns);
        for (Column column : columns) {
            columns.stream()
                    .filter(other -> !other.equals(column) && column.isWithin(other.steps()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new IllegalArgumentException("the column " + column.path() + " is within the column "
                                + other.path() + "; name one of the two");
                    });
        }
        return columns;
    }
}
