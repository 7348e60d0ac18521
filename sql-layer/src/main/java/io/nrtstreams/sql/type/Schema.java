package io.nrtstreams.sql.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a row: those of the key, those of the value, those filled from record headers.
 *
 * @param headers columns filled from a record's headers; only sources have them
 * @param windowed whether a key belongs to a window; then WINDOWSTART and WINDOWEND can be asked for
 */
public record Schema(List<Column> key, List<Column> value, List<HeaderColumn> headers, boolean windowed) {

    public Schema {
        key = List.copyOf(key);
        value = List.copyOf(value);
        headers = List.copyOf(headers);
    }

    public static Schema of(List<Column> key, List<Column> value) {
        return new Schema(key, value, List.of(), false);
    }

    public Schema withWindowed(boolean isWindowed) {
        return new Schema(key, value, headers, isWindowed);
    }

    /** Key, value and header columns, in this order. */
    public List<Column> columns() {
        List<Column> all = new ArrayList<>(key);
        all.addAll(value);
        headers.forEach(header -> all.add(header.column()));
        return all;
    }

    public Optional<Column> find(String name) {
        return columns().stream().filter(column -> column.name().equals(name)).findFirst();
    }

    public boolean isKey(String name) {
        return key.stream().anyMatch(column -> column.name().equals(name));
    }

    /**
     * A column filled from headers.
     *
     * @param header the one header whose last value (BYTES) it takes; empty for all headers, as
     *     {@code ARRAY<STRUCT<KEY STRING, VALUE BYTES>>}
     */
    public record HeaderColumn(Column column, Optional<String> header) {}
}
