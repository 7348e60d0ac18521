package io.nrtstreams.sql.format.avro;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.EncodeException;
import io.nrtstreams.sql.registry.ColumnRules;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Prepares the writing of a type of the language by a schema: containers and unions. Refuses what the schema cannot hold,
 * naming the path to it.
 */
final class AvroWriters {

    private AvroWriters() {}

    /**
     * A writer of values of the type.
     *
     * @param path the column, or the field in it, for messages
     * @throws SqlException when the schema cannot hold them
     */
    static AvroWriter of(Schema schema, SqlType type, String path) {
        if (schema.getType() == Schema.Type.UNION) {
            return union(schema, type, path);
        }
        AvroWriter values = present(schema, type, path);
        return (value, out) -> {
            if (value == null) {
                throw new EncodeException(path + " is null, which the schema does not allow there");
            }
            values.write(value, out);
        };
    }

    private static AvroWriter union(Schema union, SqlType type, String path) {
        AvroWriter values = type instanceof SqlType.Struct struct
                        && AvroTypes.nonNull(union).size() > 1
                ? alternatives(union.getTypes(), struct, path)
                : onlyBranch(union, type, path);
        int nullBranch = branchOf(union, Schema.Type.NULL);
        return (value, out) -> {
            if (value != null) {
                values.write(value, out);
            } else if (nullBranch >= 0) {
                out.writeLong(nullBranch);
            } else {
                throw new EncodeException(path + " is null, which the schema does not allow there");
            }
        };
    }

    private static int branchOf(Schema union, Schema.Type type) {
        return union.getTypes().stream().map(Schema::getType).toList().indexOf(type);
    }

    /** Writes the first branch that holds the type. */
    private static AvroWriter onlyBranch(Schema union, SqlType type, String path) {
        SqlException refusal = mismatch(union, type, path);
        List<Schema> branches = union.getTypes();
        for (int i = 0; i < branches.size(); i++) {
            if (branches.get(i).getType() == Schema.Type.NULL) {
                continue;
            }
            try {
                return inBranch(i, present(branches.get(i), type, path));
            } catch (SqlException e) {
                refusal = e;
            }
        }
        throw refusal;
    }

    /** A struct with a field for each branch of a union writes the first that is not null. */
    private static AvroWriter alternatives(List<Schema> branches, SqlType.Struct struct, String path) {
        List<String> names = branches.stream().map(AvroTypes::branchName).toList();
        AvroWriter[] writers = new AvroWriter[struct.fields().size()];
        for (int i = 0; i < writers.length; i++) {
            SqlType.Field field = struct.fields().get(i);
            int branch = ColumnRules.indexOf(names, field.name());
            if (branch < 0) {
                throw new SqlException(path + "->" + field.name() + " has no branch in the schema's union of " + names
                        + "; leave the field out, or rename it.");
            }
            writers[i] = inBranch(branch, present(branches.get(branch), field.type(), path + "->" + field.name()));
        }
        return (value, out) -> {
            StructValue alternatives = (StructValue) require(value);
            for (int i = 0; i < writers.length; i++) {
                if (alternatives.get(i) != null) {
                    writers[i].write(alternatives.get(i), out);
                    return;
                }
            }
            throw new EncodeException(path + " has null in all fields, but one branch of a union has to be written");
        };
    }

    private static AvroWriter inBranch(int branch, AvroWriter writer) {
        return (value, out) -> {
            out.writeLong(branch);
            writer.write(value, out);
        };
    }

    /** A writer that is given no null. */
    private static AvroWriter present(Schema schema, SqlType type, String path) {
        if (type instanceof SqlType.Array array && schema.getType() == Schema.Type.ARRAY) {
            return array(of(schema.getElementType(), array.element(), path));
        }
        if (type instanceof SqlType.Map map) {
            return map(schema, map, path);
        }
        if (type instanceof SqlType.Struct struct && schema.getType() == Schema.Type.RECORD) {
            AvroRecordWriter fields = AvroRecordWriter.of(
                    schema,
                    struct.fields().stream().map(SqlType.Field::name).toList(),
                    struct.fields().stream().map(SqlType.Field::type).toList(),
                    path);
            return (value, out) -> fields.write((StructValue) require(value), out);
        }
        return AvroScalarWriters.of(schema, type, path);
    }

    private static AvroWriter array(AvroWriter element) {
        return (value, out) -> {
            List<?> list = (List<?>) require(value);
            if (!list.isEmpty()) {
                out.writeLong(list.size());
                for (Object item : list) {
                    element.write(item, out);
                }
            }
            out.writeLong(0);
        };
    }

    private static AvroWriter map(Schema schema, SqlType.Map type, String path) {
        AvroWriter key;
        AvroWriter value;
        boolean valueFirst = false;
        if (schema.getType() == Schema.Type.MAP) {
            key = (text, out) -> out.writeString((String) require(text));
            value = of(schema.getValueType(), type.value(), path);
        } else if (schema.getType() == Schema.Type.ARRAY && AvroTypes.hasEntryForm(schema.getElementType())) {
            Schema entry = schema.getElementType();
            key = of(entry.getField(AvroTypes.KEY).schema(), type.key(), path);
            value = of(entry.getField(AvroTypes.VALUE).schema(), type.value(), path);
            valueFirst = entry.getField(AvroTypes.VALUE).pos() == 0;
        } else {
            throw mismatch(schema, type, path);
        }
        return valueFirst ? map(value, key, true) : map(key, value, false);
    }

    private static AvroWriter map(AvroWriter first, AvroWriter second, boolean valueFirst) {
        return (value, out) -> {
            Map<?, ?> map = (Map<?, ?>) require(value);
            if (!map.isEmpty()) {
                out.writeLong(map.size());
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    first.write(valueFirst ? entry.getValue() : entry.getKey(), out);
                    second.write(valueFirst ? entry.getKey() : entry.getValue(), out);
                }
            }
            out.writeLong(0);
        };
    }

    static SqlException mismatch(Schema schema, SqlType type, String path) {
        return new SqlException(path + " is of type " + type + ", but the schema has " + AvroTypes.described(schema)
                + " there; cast the column, or leave the schema id out so that a schema of the columns is registered.");
    }

    static Object require(@Nullable Object value) {
        if (value == null) {
            throw new EncodeException("a null stands where the schema does not allow it");
        }
        return value;
    }
}
