package io.nrtstreams.sql.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.sql.expression.TypeResolver;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.Schema.HeaderColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Schemas and layouts of topics as JSON and back. */
public final class LayoutJson {

    private static final TypeResolver TYPES = new TypeResolver(Map.of());

    private LayoutJson() {}

    public static ObjectNode write(TopicLayout layout) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("topic", layout.topic());
        json.set("schema", write(layout.schema()));
        json.set("keyFormat", write(layout.keyFormat()));
        json.set("valueFormat", write(layout.valueFormat()));
        layout.window().ifPresent(window -> {
            ObjectNode to = json.putObject("window");
            to.put("kind", window.kind().name());
            window.size().ifPresent(size -> to.put("size", size.toMillis()));
        });
        layout.timestamp().ifPresent(timestamp -> {
            ObjectNode to = json.putObject("timestamp");
            to.put("column", timestamp.column());
            timestamp.format().ifPresent(format -> to.put("format", format));
        });
        return json;
    }

    /**
     * The layout in a JSON object.
     *
     * @throws io.nrtstreams.sql.SqlException when it is none
     */
    public static TopicLayout read(JsonNode json) {
        return read(new JsonReader(json, "the layout"));
    }

    static TopicLayout read(JsonReader json) {
        return new TopicLayout(
                json.text("topic"),
                schema(json.object("schema")),
                format(json.object("keyFormat")),
                format(json.object("valueFormat")),
                json.optional("window")
                        .map(window -> new KeyWindow(
                                window.choice("kind", KeyWindow.Kind.class), window.optionalDuration("size"))),
                json.optional("timestamp")
                        .map(column -> new TimestampColumn(column.text("column"), column.optionalText("format"))));
    }

    static ObjectNode write(Schema schema) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        schema.key().forEach(column -> write(json.withArray("key"), column));
        schema.value().forEach(column -> write(json.withArray("value"), column));
        for (HeaderColumn column : schema.headers()) {
            ObjectNode to = write(json.withArray("headers"), column.column());
            column.header().ifPresent(header -> to.put("header", header));
        }
        json.put("windowed", schema.windowed());
        return json;
    }

    static Schema schema(JsonReader json) {
        return new Schema(
                columns(json, "key"),
                columns(json, "value"),
                elements(json, "headers").stream()
                        .map(column -> new HeaderColumn(column(column), column.optionalText("header")))
                        .toList(),
                json.flag("windowed"));
    }

    private static ObjectNode write(ArrayNode columns, Column column) {
        return columns.addObject()
                .put("name", column.name())
                .put("type", column.type().toString());
    }

    private static List<Column> columns(JsonReader json, String field) {
        return elements(json, field).stream().map(LayoutJson::column).toList();
    }

    private static List<JsonReader> elements(JsonReader json, String field) {
        return json.node().has(field) ? json.objects(field) : List.of();
    }

    private static Column column(JsonReader json) {
        return new Column(json.text("name"), TYPES.resolve(new SqlParser().parseType(json.text("type"))));
    }

    private static ObjectNode write(FormatSpec spec) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", spec.name());
        new TreeMap<>(spec.properties())
                .forEach((key, value) -> json.withObject("properties").put(key, value));
        spec.wrapSingle().ifPresent(wrap -> json.put("wrapSingle", wrap));
        return json;
    }

    private static FormatSpec format(JsonReader json) {
        Map<String, String> properties = new LinkedHashMap<>();
        json.optional("properties")
                .ifPresent(all -> all.node().fieldNames().forEachRemaining(key -> properties.put(key, all.text(key))));
        return new FormatSpec(json.text("name"), properties, json.optionalFlag("wrapSingle"));
    }
}
