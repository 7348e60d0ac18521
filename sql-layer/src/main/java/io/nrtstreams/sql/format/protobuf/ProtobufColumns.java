package io.nrtstreams.sql.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The columns that a message gives. Fields that the language has no type for are left out. */
final class ProtobufColumns {

    private final Deque<String> enclosing = new ArrayDeque<>();

    private ProtobufColumns() {}

    static List<Column> of(Descriptor message) {
        return new ProtobufColumns()
                .fields(message).stream()
                        .map(field -> new Column(field.name(), field.type()))
                        .toList();
    }

    /** Whether a field is a map, or what Kafka Connect writes for one: the same bytes under another name. */
    static boolean isMap(FieldDescriptor field) {
        if (field.isMapField()) {
            return true;
        }
        return field.isRepeated()
                && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && field.getMessageType().getName().endsWith("Entry")
                && field.getMessageType().getFields().size() == 2
                && field.getMessageType().findFieldByName("key") != null
                && field.getMessageType().findFieldByName("value") != null;
    }

    private List<SqlType.Field> fields(Descriptor message) {
        enclosing.push(message.getFullName());
        List<SqlType.Field> fields = new ArrayList<>();
        for (ProtoMember member : ProtoMember.of(message)) {
            type(member).ifPresent(type -> fields.add(new SqlType.Field(member.name(), type)));
        }
        enclosing.pop();
        return fields;
    }

    private Optional<SqlType> type(ProtoMember member) {
        if (member instanceof ProtoMember.Single single) {
            return type(single.field());
        }
        List<SqlType.Field> alternatives = new ArrayList<>();
        for (FieldDescriptor field : ((ProtoMember.Choice) member).oneof().getFields()) {
            type(field).ifPresent(type -> alternatives.add(new SqlType.Field(field.getName(), type)));
        }
        return structOf(alternatives);
    }

    private Optional<SqlType> type(FieldDescriptor field) {
        if (isMap(field)) {
            Descriptor entry = field.getMessageType();
            return entry.findFieldByName("key").getJavaType() == FieldDescriptor.JavaType.STRING
                    ? single(entry.findFieldByName("value")).map(value -> new SqlType.Map(SqlTypes.STRING, value))
                    : Optional.empty();
        }
        return field.isRepeated() ? single(field).map(SqlType.Array::new) : single(field);
    }

    private Optional<SqlType> single(FieldDescriptor field) {
        return switch (field.getType()) {
            case BOOL -> Optional.of(SqlTypes.BOOLEAN);
            case INT32, SINT32, SFIXED32 -> Optional.of(SqlTypes.INTEGER);
            case UINT32, FIXED32, INT64, SINT64, SFIXED64, UINT64, FIXED64 -> Optional.of(SqlTypes.BIGINT);
            case FLOAT, DOUBLE -> Optional.of(SqlTypes.DOUBLE);
            case STRING, ENUM -> Optional.of(SqlTypes.STRING);
            case BYTES -> Optional.of(SqlTypes.BYTES);
            case MESSAGE, GROUP -> message(field);
        };
    }

    private Optional<SqlType> message(FieldDescriptor field) {
        Descriptor message = field.getMessageType();
        return switch (message.getFullName()) {
            case ProtoNames.DECIMAL -> decimal(field);
            case ProtoNames.DATE -> Optional.of(SqlTypes.DATE);
            case ProtoNames.TIME -> Optional.of(SqlTypes.TIME);
            case ProtoNames.TIMESTAMP -> Optional.of(SqlTypes.TIMESTAMP);
            default -> {
                if (ProtoNames.isWrapper(message.getFullName())) {
                    yield single(message.findFieldByNumber(1));
                }
                // A message inside itself has no end, and so no type.
                yield enclosing.contains(message.getFullName()) ? Optional.empty() : structOf(fields(message));
            }
        };
    }

    private static Optional<SqlType> decimal(FieldDescriptor field) {
        int precision = ProtoFieldOptions.parameter(field, ProtoNames.PRECISION, SqlType.Decimal.MAX_PRECISION);
        int scale = ProtoFieldOptions.parameter(field, ProtoNames.SCALE, 0);
        return precision >= 1 && precision <= SqlType.Decimal.MAX_PRECISION && scale >= 0 && scale <= precision
                ? Optional.of(new SqlType.Decimal(precision, scale))
                : Optional.empty();
    }

    private static Optional<SqlType> structOf(List<SqlType.Field> fields) {
        return fields.isEmpty() ? Optional.empty() : Optional.of(new SqlType.Struct(fields));
    }
}
