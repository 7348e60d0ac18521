package io.nrtstreams.sql.format.avro;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Prepares the reading of a writer's schema into a type of the language: containers and unions. */
final class AvroReaders {

    /** Prepares the reading of one schema of several. */
    @FunctionalInterface
    interface Preparation {
        AvroReader of(Schema schema) throws DecodeException;
    }

    private AvroReaders() {}

    /**
     * A reader of what the schema writes.
     *
     * @throws DecodeException when no value of the schema but null can be one of the type
     */
    static AvroReader of(Schema writer, SqlType type) throws DecodeException {
        if (writer.getType() == Schema.Type.UNION) {
            return ofUnion(writer, type);
        }
        if (writer.getType() == Schema.Type.NULL) {
            return in -> null;
        }
        if (type instanceof SqlType.Array array && writer.getType() == Schema.Type.ARRAY) {
            return array(of(writer.getElementType(), array.element()));
        }
        if (type instanceof SqlType.Map map) {
            return map(writer, map);
        }
        if (type instanceof SqlType.Struct struct && writer.getType() == Schema.Type.RECORD) {
            AvroRecordReader fields = AvroRecordReader.of(
                    writer,
                    struct.fields().stream().map(SqlType.Field::name).toList(),
                    struct.fields().stream().map(SqlType.Field::type).toList());
            return in -> new StructValue(struct, fields.read(in));
        }
        return AvroScalarReaders.of(writer, type);
    }

    /** A reader that reads each branch of a union in its own way; a schema that is no union is its own only branch. */
    static AvroReader branches(Schema schema, Preparation preparation) throws DecodeException {
        if (schema.getType() != Schema.Type.UNION) {
            return preparation.of(schema);
        }
        List<Schema> branches = schema.getTypes();
        AvroReader[] readers = new AvroReader[branches.size()];
        @Nullable DecodeException refusal = null;
        int readable = 0;
        for (int i = 0; i < readers.length; i++) {
            Schema branch = branches.get(i);
            try {
                readers[i] = branch.getType() == Schema.Type.NULL ? in -> null : preparation.of(branch);
                readable += branch.getType() == Schema.Type.NULL ? 0 : 1;
            } catch (DecodeException e) {
                refusal = e;
                readers[i] = refusing(e);
            }
        }
        if (readable == 0 && refusal != null) {
            throw refusal;
        }
        return in -> {
            long branch = in.readLong();
            if (branch < 0 || branch >= readers.length) {
                throw new DecodeException("expected a branch of a union of " + readers.length);
            }
            return readers[(int) branch].read(in);
        };
    }

    private static AvroReader refusing(DecodeException reason) {
        String message = String.valueOf(reason.getMessage());
        return in -> {
            throw new DecodeException(message);
        };
    }

    private static AvroReader ofUnion(Schema union, SqlType type) throws DecodeException {
        if (type instanceof SqlType.Struct struct && AvroTypes.nonNull(union).size() > 1) {
            return branches(union, branch -> alternative(branch, struct));
        }
        return branches(union, branch -> of(branch, type));
    }

    /** A union of several types is a struct with a field for each, of which one is not null. */
    private static AvroReader alternative(Schema branch, SqlType.Struct struct) throws DecodeException {
        List<SqlType.Field> fields = struct.fields();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equalsIgnoreCase(AvroTypes.branchName(branch))) {
                int index = i;
                AvroReader reader = of(branch, fields.get(i).type());
                return in -> {
                    @Nullable Object[] values = new @Nullable Object[fields.size()];
                    values[index] = reader.read(in);
                    return new StructValue(struct, values);
                };
            }
        }
        return of(branch, struct);
    }

    private static AvroReader array(AvroReader element) {
        return in -> {
            List<@Nullable Object> list = new ArrayList<>();
            for (int count = in.readBlockCount(); count > 0; count = in.readBlockCount()) {
                for (int i = 0; i < count; i++) {
                    list.add(element.read(in));
                }
            }
            return list;
        };
    }

    private static AvroReader map(Schema writer, SqlType.Map type) throws DecodeException {
        if (writer.getType() == Schema.Type.MAP) {
            AvroReader value = of(writer.getValueType(), type.value());
            return map((in, map) -> map.put(in.readString(), value.read(in)));
        }
        if (writer.getType() == Schema.Type.ARRAY && AvroTypes.hasEntryForm(writer.getElementType())) {
            AvroRecordReader entry = AvroRecordReader.of(
                    writer.getElementType(),
                    List.of(AvroTypes.KEY, AvroTypes.VALUE),
                    List.of(type.key(), type.value()));
            return map((in, map) -> {
                @Nullable Object[] keyAndValue = entry.read(in);
                Object key = keyAndValue[0];
                if (key == null) {
                    throw new DecodeException("expected a key in each entry of a map");
                }
                map.put(key, keyAndValue[1]);
            });
        }
        throw AvroScalarReaders.mismatch(writer, type);
    }

    private static AvroReader map(EntryReader entry) {
        return in -> {
            Map<Object, @Nullable Object> map = new LinkedHashMap<>();
            for (int count = in.readBlockCount(); count > 0; count = in.readBlockCount()) {
                for (int i = 0; i < count; i++) {
                    entry.read(in, map);
                }
            }
            return map;
        };
    }

    @FunctionalInterface
    private interface EntryReader {
        void read(AvroInput in, Map<Object, @Nullable Object> map) throws DecodeException;
    }
}
