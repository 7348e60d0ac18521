package io.nrtstreams.sql.format.avro;

import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** The columns that a schema gives. */
final class AvroColumns {

    private static final Optional<SqlType> STRING = Optional.of(SqlTypes.STRING);

    private final Deque<String> enclosing = new ArrayDeque<>();

    private AvroColumns() {}

    /** The columns of a record's fields; those of unknown types are left out. */
    static List<Column> of(Schema record) {
        return new AvroColumns()
                .fields(record).stream()
                        .map(field -> new Column(field.name(), field.type()))
                        .toList();
    }

    /** The type of a schema; empty when the language has none for it, as for records that hold themselves. */
    static Optional<SqlType> typeOf(Schema schema) {
        return new AvroColumns().type(schema);
    }

    private List<SqlType.Field> fields(Schema record) {
        enclosing.push(record.getFullName());
        List<SqlType.Field> fields = new ArrayList<>();
        for (Schema.Field field : record.getFields()) {
            type(field.schema()).ifPresent(type -> fields.add(new SqlType.Field(field.name(), type)));
        }
        enclosing.pop();
        return fields;
    }

    private Optional<SqlType> type(Schema schema) {
        return switch (schema.getType()) {
            case BOOLEAN -> Optional.of(SqlTypes.BOOLEAN);
            case INT -> Optional.of(ofInt(schema));
            case LONG ->
                Optional.of(AvroTypes.isLogical(schema, "timestamp-millis") ? SqlTypes.TIMESTAMP : SqlTypes.BIGINT);
            case FLOAT, DOUBLE -> Optional.of(SqlTypes.DOUBLE);
            case STRING, ENUM -> Optional.of(SqlTypes.STRING);
            case BYTES, FIXED -> ofBytes(schema);
            case ARRAY -> ofArray(schema.getElementType());
            case MAP -> type(schema.getValueType()).map(AvroColumns::mapOf);
            case RECORD -> ofRecord(schema);
            case UNION -> ofUnion(AvroTypes.nonNull(schema));
            case NULL -> Optional.empty();
        };
    }

    private static SqlType ofInt(Schema schema) {
        if (AvroTypes.isLogical(schema, "date")) {
            return SqlTypes.DATE;
        }
        return AvroTypes.isLogical(schema, "time-millis") ? SqlTypes.TIME : SqlTypes.INTEGER;
    }

    private static Optional<SqlType> ofBytes(Schema schema) {
        if (!(schema.getLogicalType() instanceof LogicalTypes.Decimal decimal)) {
            return Optional.of(SqlTypes.BYTES);
        }
        return decimal.getPrecision() <= SqlType.Decimal.MAX_PRECISION
                ? Optional.of(new SqlType.Decimal(decimal.getPrecision(), decimal.getScale()))
                : Optional.empty();
    }

    private Optional<SqlType> ofArray(Schema element) {
        if (AvroTypes.isMarkedAsEntry(element)
                && type(element.getField(AvroTypes.KEY).schema()).equals(STRING)) {
            return type(element.getField(AvroTypes.VALUE).schema()).map(AvroColumns::mapOf);
        }
        return type(element).map(SqlType.Array::new);
    }

    private Optional<SqlType> ofRecord(Schema record) {
        if (enclosing.contains(record.getFullName())) {
            return Optional.empty();
        }
        return structOf(fields(record));
    }

    private Optional<SqlType> ofUnion(List<Schema> branches) {
        if (branches.size() == 1) {
            return type(branches.get(0));
        }
        List<SqlType.Field> fields = new ArrayList<>();
        for (Schema branch : branches) {
            type(branch).ifPresent(type -> fields.add(new SqlType.Field(AvroTypes.branchName(branch), type)));
        }
        return structOf(fields);
    }

    private static Optional<SqlType> structOf(List<SqlType.Field> fields) {
        return fields.isEmpty() ? Optional.empty() : Optional.of(new SqlType.Struct(fields));
    }

    private static SqlType mapOf(SqlType value) {
        return new SqlType.Map(SqlTypes.STRING, value);
    }
}
