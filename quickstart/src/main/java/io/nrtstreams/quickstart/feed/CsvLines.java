package io.nrtstreams.quickstart.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Columns (RFC 4180) under a line of their names: source partition, position, timestamp, key, headers, and one a field of the
 * first record, or {@code value} where values are no objects. What of a later record has no column stands in {@code other}, as JSON; the
 * truth, where it is asked for, in {@code truth}.
 */
final class CsvLines implements FeedFormat {
    private static final List<String> FIXED = List.of("partition", "position", "timestamp", "key", "headers");
    private static final String VALUE = "value";
    private static final String OTHER = "other";
    private static final String TRUTH = "truth";

    private final JsonValues values = new JsonValues();
    private List<String> columns = List.of(VALUE);

    @Override
    public Optional<String> head(FeedRecord first) {
        columns = List.copyOf(cells(first.record()).keySet());
        List<String> names = new ArrayList<>(FIXED);
        names.addAll(columns);
        names.add(OTHER);
        first.truth().ifPresent(truth -> names.add(TRUTH));
        return Optional.of(joined(names));
    }

    @Override
    public String line(FeedRecord printed) {
        SourceRecord record = printed.record();
        List<String> line = new ArrayList<>();
        line.add(record.sourcePartition().values().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        line.add(Long.toString(Positions.of(record)));
        line.add(TextLines.TIME.format(Instant.ofEpochMilli(record.timestamp())));
        line.add(text(record.keySchema(), record.key()));
        line.add(StreamSupport.stream(record.headers().spliterator(), false)
                .map(this::headerText)
                .collect(Collectors.joining(" ")));
        Map<String, String> cells = cells(record);
        columns.forEach(column -> line.add(cells.getOrDefault(column, "")));
        cells.keySet().removeAll(columns);
        line.add(cells.isEmpty() ? "" : Json.text(cells));
        printed.truth().ifPresent(truth -> line.add(Json.text(truth)));
        return joined(line);
    }

    private String headerText(Header header) {
        return header.key() + "=" + text(header.schema(), header.value());
    }

    private String text(@Nullable Schema schema, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof String text ? text : values.json(schema, value);
    }

    /** The value's fields by their paths; what is neither an object nor empty is the one cell {@code value}. */
    private Map<String, String> cells(SourceRecord record) {
        Map<String, String> cells = new LinkedHashMap<>();
        if (record.value() instanceof String text) {
            cells.put(VALUE, text);
        } else {
            add(cells, "", Json.tree(values.json(record.valueSchema(), record.value())));
        }
        return cells;
    }

    private static void add(Map<String, String> cells, String path, JsonNode node) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> add(
                            cells, path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue()));
        } else if (!path.isEmpty()) {
            cells.put(path, node.isNull() ? "" : node.isValueNode() ? node.asText() : node.toString());
        }
    }

    private static String joined(List<String> cells) {
        return cells.stream().map(CsvLines::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
