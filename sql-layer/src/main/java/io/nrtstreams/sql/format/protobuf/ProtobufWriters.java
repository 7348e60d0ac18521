package io.nrtstreams.sql.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.DynamicMessage;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.EncodeException;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prepares the writing of a message's members: containers, which hold no null. */
final class ProtobufWriters {

    private ProtobufWriters() {}

    /**
     * A writer of a member.
     *
     * @param path the column, or the field in it, for messages
     * @throws SqlException when the member cannot hold values of the type
     */
    static ProtobufWriter of(ProtoMember member, SqlType type, String path) {
        return member instanceof ProtoMember.Choice choice
                ? choice(choice.oneof(), type, path)
                : field(((ProtoMember.Single) member).field(), type, path);
    }

    private static ProtobufWriter choice(OneofDescriptor oneof, SqlType type, String path) {
        if (!(type instanceof SqlType.Struct struct)) {
            throw ProtobufConversions.mismatch(path, type, "a oneof");
        }
        ProtobufWriter[] writers = new ProtobufWriter[struct.fields().size()];
        for (int i = 0; i < writers.length; i++) {
            SqlType.Field alternative = struct.fields().get(i);
            FieldDescriptor field = oneof.getFields().stream()
                    .filter(candidate -> candidate.getName().equalsIgnoreCase(alternative.name()))
                    .findFirst()
                    .orElseThrow(() -> new SqlException(path + "->" + alternative.name() + " has no field in the oneof "
                            + oneof.getName() + "; leave the field out, or rename it."));
            writers[i] = field(field, alternative.type(), path + "->" + alternative.name());
        }
        return (value, message) -> writeOne((StructValue) value, writers, message, path);
    }

    private static void writeOne(
            StructValue value, ProtobufWriter[] writers, DynamicMessage.Builder message, String path) {
        boolean written = false;
        for (int i = 0; i < writers.length; i++) {
            Object alternative = value.get(i);
            if (alternative != null && written) {
                throw new EncodeException(path + " has several fields that are not null, but a oneof holds one");
            }
            if (alternative != null) {
                writers[i].write(alternative, message);
                written = true;
            }
        }
    }

    private static ProtobufWriter field(FieldDescriptor field, SqlType type, String path) {
        if (type instanceof SqlType.Map map && ProtobufColumns.isMap(field)) {
            return map(field, map, path);
        }
        if (field.isRepeated()) {
            if (!(type instanceof SqlType.Array array)) {
                throw ProtobufConversions.mismatch(path, type, "a repeated field");
            }
            return array(field, ProtobufConversions.of(field, array.element(), path), path);
        }
        ProtobufConversions.Conversion value = ProtobufConversions.of(field, type, path);
        return (present, message) -> message.setField(field, value.of(present));
    }

    private static ProtobufWriter array(FieldDescriptor field, ProtobufConversions.Conversion element, String path) {
        return (value, message) -> {
            List<?> list = (List<?>) value;
            List<Object> items = new ArrayList<>(list.size());
            for (Object item : list) {
                items.add(element.of(present(item, path)));
            }
            message.setField(field, items);
        };
    }

    private static ProtobufWriter map(FieldDescriptor field, SqlType.Map type, String path) {
        Descriptor entry = field.getMessageType();
        ProtobufWriter key = field(entry.findFieldByName("key"), type.key(), path);
        ProtobufWriter value = field(entry.findFieldByName("value"), type.value(), path);
        return (present, message) -> {
            for (Map.Entry<?, ?> item : ((Map<?, ?>) present).entrySet()) {
                DynamicMessage.Builder builder = DynamicMessage.newBuilder(entry);
                key.write(present(item.getKey(), path), builder);
                value.write(present(item.getValue(), path), builder);
                message.addRepeatedField(field, builder.build());
            }
        };
    }

    private static Object present(@Nullable Object item, String path) {
        if (item == null) {
            throw new EncodeException(path + " holds a null, which Protobuf cannot write inside an ARRAY or MAP");
        }
        return item;
    }
}
