package io.nrtstreams.sql.format.jsonschema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import java.util.List;

/**
 * The schemas of columns, in the form that Kafka Connect's JSON Schema converter reads: every type is nullable, and
 * {@code connect.type} tells apart what JSON does not.
 */
final class JsonSchemas {

    static final String CONNECT_TYPE = "connect.type";
    static final String CONNECT_INDEX = "connect.index";
    static final String CONNECT_PARAMETERS = "connect.parameters";
    static final String PRECISION = "connect.decimal.precision";
    static final String SCALE = "scale";
    static final String MAP = "map";
    static final String BYTES = "bytes";

    /** The titles of Kafka Connect's logical types. */
    static final String DECIMAL_TITLE = "org.apache.kafka.connect.data.Decimal";

    static final String DATE_TITLE = "org.apache.kafka.connect.data.Date";
    static final String TIME_TITLE = "org.apache.kafka.connect.data.Time";
    static final String TIMESTAMP_TITLE = "org.apache.kafka.connect.data.Timestamp";

    private JsonSchemas() {}

    /** The schema of an object with the columns as members. */
    static ObjectNode of(List<Column> columns) {
        return object(columns.stream()
                .map(column -> new SqlType.Field(column.name(), column.type()))
                .toList());
    }

    /** The schema of a value of the type, or null. */
    static ObjectNode of(SqlType type) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putArray("oneOf").add(typed("null")).add(present(type));
        return node;
    }

    private static ObjectNode object(List<SqlType.Field> fields) {
        ObjectNode node = typed("object");
        ObjectNode properties = node.putObject("properties");
        for (int i = 0; i < fields.size(); i++) {
            ObjectNode property = properties.putObject(fields.get(i).name());
            property.put(CONNECT_INDEX, i);
            property.setAll(of(fields.get(i).type()));
        }
        return node;
    }

    private static ObjectNode present(SqlType type) {
        if (type instanceof SqlType.Array array) {
            ObjectNode node = typed("array");
            node.set("items", of(array.element()));
            return node;
        }
        if (type instanceof SqlType.Map map) {
            ObjectNode node = typed("object", MAP);
            node.set("additionalProperties", of(map.value()));
            return node;
        }
        if (type instanceof SqlType.Struct struct) {
            return object(struct.fields());
        }
        if (type instanceof SqlType.Decimal decimal) {
            ObjectNode node = logical("number", BYTES, DECIMAL_TITLE);
            node.putObject(CONNECT_PARAMETERS)
                    .put(SCALE, String.valueOf(decimal.scale()))
                    .put(PRECISION, String.valueOf(decimal.precision()));
            return node;
        }
        return switch (type.base()) {
            case BOOLEAN -> typed("boolean", "boolean");
            case INTEGER -> typed("integer", "int32");
            case BIGINT -> typed("integer", "int64");
            case DOUBLE -> typed("number", "float64");
            case STRING -> typed("string", "string");
            case BYTES -> typed("string", BYTES);
            case DATE -> logical("integer", "int32", DATE_TITLE);
            case TIME -> logical("integer", "int32", TIME_TITLE);
            case TIMESTAMP -> logical("integer", "int64", TIMESTAMP_TITLE);
            default -> throw new IllegalArgumentException("no schema for " + type);
        };
    }

    private static ObjectNode logical(String type, String connectType, String title) {
        return typed(type, connectType).put("title", title).put("connect.version", 1);
    }

    private static ObjectNode typed(String type, String connectType) {
        return typed(type).put(CONNECT_TYPE, connectType);
    }

    private static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
