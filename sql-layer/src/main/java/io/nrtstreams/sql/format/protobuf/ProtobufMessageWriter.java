package io.nrtstreams.sql.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.UninitializedMessageException;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.EncodeException;
import io.nrtstreams.sql.registry.ColumnRules;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes columns as the members of a message; nulls are left out. */
final class ProtobufMessageWriter {

    private final Descriptor message;
    private final ProtobufWriter[] writers;
    private final String path;

    private ProtobufMessageWriter(Descriptor message, ProtobufWriter[] writers, String path) {
        this.message = message;
        this.writers = writers;
        this.path = path;
    }

    /**
     * A writer of these columns.
     *
     * @param path of the message for messages; empty for the row itself
     * @throws SqlException when a column has no member that holds it, or a required field no column
     */
    static ProtobufMessageWriter of(Descriptor message, List<String> columns, List<SqlType> types, String path) {
        List<ProtoMember> members = ProtoMember.withAlternatives(message);
        List<String> names = members.stream().map(ProtoMember::name).toList();
        Set<String> filled = new HashSet<>();
        ProtobufWriter[] writers = new ProtobufWriter[columns.size()];
        for (int i = 0; i < writers.length; i++) {
            String column = inside(path, columns.get(i));
            int member = ColumnRules.indexOf(names, columns.get(i));
            if (member < 0 || !filled.add(names.get(member))) {
                throw new SqlException(column + " has no field in the schema, whose fields are " + names
                        + "; leave the column out, or rename it.");
            }
            writers[i] = ProtobufWriters.of(members.get(member), types.get(i), column);
        }
        for (FieldDescriptor field : message.getFields()) {
            if (field.isRequired() && !filled.contains(field.getName())) {
                throw new SqlException(inside(path, field.getName())
                        + " is required by the schema, but no column fills it; add a column of this name.");
            }
        }
        return new ProtobufMessageWriter(message, writers, path.isEmpty() ? "the row" : path);
    }

    private static String inside(String path, String name) {
        return path.isEmpty() ? "column " + name : path + "->" + name;
    }

    DynamicMessage write(@Nullable Object[] values) {
        DynamicMessage.Builder builder = DynamicMessage.newBuilder(message);
        for (int i = 0; i < writers.length; i++) {
            Object value = values[i];
            if (value != null) {
                writers[i].write(value, builder);
            }
        }
        return built(builder);
    }

    DynamicMessage write(StructValue values) {
        DynamicMessage.Builder builder = DynamicMessage.newBuilder(message);
        for (int i = 0; i < writers.length; i++) {
            Object value = values.get(i);
            if (value != null) {
                writers[i].write(value, builder);
            }
        }
        return built(builder);
    }

    private DynamicMessage built(DynamicMessage.Builder builder) {
        try {
            return builder.build();
        } catch (UninitializedMessageException e) {
            throw new EncodeException(path + " has null in fields that the schema requires: " + e.getMissingFields());
        }
    }
}
