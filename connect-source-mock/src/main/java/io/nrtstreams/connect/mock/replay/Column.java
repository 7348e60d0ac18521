package io.nrtstreams.connect.mock.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A column of a recording that is replayed.
 *
 * @param name its name in the header of the file, and of the field
 * @param type the type its texts are read as
 */
public record Column(String name, ColumnType type) {
    /**
     * Reads columns such as {@code time:int64, load_mw:float64}.
     *
     * @throws IllegalArgumentException if one has no name or no known type, or a name occurs twice
     */
    public static List<Column> parseAll(String text) {
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String entry : text.split(",", -1)) {
            Column column = parse(entry.strip());
            if (!names.add(column.name)) {
                throw new IllegalArgumentException("the column " + column.name + " is named twice");
            }
            columns.add(column);
        }
        return List.copyOf(columns);
    }

    private static Column parse(String entry) {
        int colon = entry.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(
                    "expected name:type, parted by commas, e.g. time:int64, load_mw:float64");
        }
        String name = entry.substring(0, colon).strip();
        try {
            return new Column(name, ColumnType.parse(entry.substring(colon + 1).strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("column " + name + ": " + e.getMessage(), e);
        }
    }
}
