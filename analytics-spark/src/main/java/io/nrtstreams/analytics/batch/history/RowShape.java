package io.nrtstreams.analytics.batch.history;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.type.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of objects as rows of declared columns. A field is a column's when its name is the column's, in whatever case; of
 * several such the one that is exactly alike. Single-threaded; remembers which column the first thousand names belong to.
 */
final class RowShape {

    private static final int REMEMBERED = 1000;
    private static final int NO_COLUMN = -1;

    private final List<Column> columns;
    private final Map<String, Integer> places = new HashMap<>();

    RowShape(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * The columns' values; null for those that the row does not have.
     *
     * @throws DecodeException when a value is not of its column's type
     */
    @Nullable Object[] values(Map<String, @Nullable Object> row) throws DecodeException {
        @Nullable Object[] values = new Object[columns.size()];
        for (Map.Entry<String, @Nullable Object> field : row.entrySet()) {
            int place = place(field.getKey());
            if (place != NO_COLUMN && isBest(place, field.getKey(), row)) {
                Column column = columns.get(place);
                values[place] = RawValues.convert(field.getValue(), column.type(), "column " + column.name());
            }
        }
        return values;
    }

    private boolean isBest(int place, String name, Map<String, @Nullable Object> row) {
        String exact = columns.get(place).name();
        return name.equals(exact) || !row.containsKey(exact);
    }

    private int place(String name) {
        Integer known = places.get(name);
        if (known != null) {
            return known;
        }
        int found = NO_COLUMN;
        String upper = name.toUpperCase(Locale.ROOT);
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i).name();
            if (column.equals(name) || column.equals(upper)) {
                found = i;
            }
        }
        if (places.size() < REMEMBERED) {
            places.put(name, found);
        }
        return found;
    }
}
