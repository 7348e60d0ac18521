package io.nrtstreams.sql.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Message;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlType.Base;
import io.nrtstreams.sql.type.StructValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prepares the reading of a message's members: containers, and what stands for null. */
final class ProtobufReaders {

    private ProtobufReaders() {}

    /**
     * A reader of a member.
     *
     * @throws DecodeException when its values cannot be of the type
     */
    static ProtobufReader of(ProtoMember member, SqlType type, NullRepresentation nulls) throws DecodeException {
        return member instanceof ProtoMember.Choice choice
                ? choice(choice.oneof(), type, nulls)
                : field(((ProtoMember.Single) member).field(), type, nulls);
    }

    private static ProtobufReader choice(OneofDescriptor oneof, SqlType type, NullRepresentation nulls)
            throws DecodeException {
        if (!(type instanceof SqlType.Struct struct)) {
            throw ProtobufValues.mismatch("a oneof", type);
        }
        List<FieldDescriptor> fields = oneof.getFields();
        ProtobufReader[] readers = new ProtobufReader[struct.fields().size()];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = absent -> null;
            for (FieldDescriptor field : fields) {
                if (field.getName().equalsIgnoreCase(struct.fields().get(i).name())) {
                    readers[i] = field(field, struct.fields().get(i).type(), nulls);
                }
            }
        }
        return message -> {
            if (!message.hasOneof(oneof)) {
                return null;
            }
            @Nullable Object[] values = new @Nullable Object[readers.length];
            for (int i = 0; i < readers.length; i++) {
                values[i] = readers[i].read(message);
            }
            return new StructValue(struct, values);
        };
    }

    private static ProtobufReader field(FieldDescriptor field, SqlType type, NullRepresentation nulls)
            throws DecodeException {
        if (type instanceof SqlType.Map map && ProtobufColumns.isMap(field)) {
            return map(field, map, nulls);
        }
        if (field.isRepeated()) {
            if (!(type instanceof SqlType.Array array)) {
                throw ProtobufValues.mismatch("a repeated field", type);
            }
            return array(field, ProtobufValues.of(field, array.element(), nulls));
        }
        ProtobufValues.Conversion value = ProtobufValues.of(field, type, nulls);
        if (isNullWhenAbsent(field, nulls) || type.base() == Base.BYTES) {
            // Bytes are no number or text of which the empty one means something: none is null.
            return message -> message.hasField(field) ? value.of(message.getField(field)) : null;
        }
        return message -> value.of(message.getField(field));
    }

    private static boolean isNullWhenAbsent(FieldDescriptor field, NullRepresentation nulls) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                || field.getRealContainingOneof() != null
                || (nulls == NullRepresentation.OPTIONAL && field.hasPresence());
    }

    private static ProtobufReader array(FieldDescriptor field, ProtobufValues.Conversion element) {
        return message -> {
            List<?> written = (List<?>) message.getField(field);
            List<@Nullable Object> list = new ArrayList<>(written.size());
            for (Object item : written) {
                list.add(element.of(item));
            }
            return list;
        };
    }

    private static ProtobufReader map(FieldDescriptor field, SqlType.Map type, NullRepresentation nulls)
            throws DecodeException {
        Descriptor entry = field.getMessageType();
        ProtobufReader key = field(entry.findFieldByName("key"), type.key(), nulls);
        ProtobufReader value = field(entry.findFieldByName("value"), type.value(), nulls);
        return message -> {
            Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
            for (Object item : (List<?>) message.getField(field)) {
                map.put(key.read((Message) item), value.read((Message) item));
            }
            return map;
        };
    }
}
