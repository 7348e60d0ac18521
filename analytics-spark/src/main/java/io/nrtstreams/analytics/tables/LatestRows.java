package io.nrtstreams.analytics.tables;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.analytics.result.TableRows;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The latest row of every key of one topic, at most {@link #BOUND} keys: beyond that the key that comes first in
 * order goes, which for keys with a time is the oldest. Thread-safe.
 */
final class LatestRows {
    static final int BOUND = 10_000;

    private final String name;
    private final TreeMap<String, JsonNode> rows = new TreeMap<>();
    private final Set<String> columns = new LinkedHashSet<>();

    LatestRows(String name) {
        this.name = name;
    }

    /** Takes in a row; null deletes the key. */
    synchronized void put(String key, @Nullable JsonNode row) {
        if (row == null) {
            rows.remove(key);
            return;
        }
        row.fieldNames().forEachRemaining(columns::add);
        rows.put(key, row);
        if (rows.size() > BOUND) {
            rows.pollFirstEntry();
        }
    }

    /** The last {@code limit} rows in the order of their keys. */
    synchronized TableRows rows(int limit) {
        List<List<Object>> shown = rows.values().stream()
                .skip(Math.max(0, rows.size() - limit))
                .map(this::values)
                .toList();
        return new TableRows(name, List.copyOf(columns), shown, rows.size());
    }

    private List<Object> values(JsonNode row) {
        List<Object> values = new ArrayList<>();
        for (String column : columns) {
            JsonNode value = row.path(column);
            values.add(value.isNumber() ? value.numberValue() : value.asText(""));
        }
        return values;
    }
}
