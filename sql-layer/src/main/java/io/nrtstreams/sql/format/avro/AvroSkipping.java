package io.nrtstreams.sql.format.avro;

import io.nrtstreams.sql.format.DecodeException;
import java.util.List;
import org.apache.avro.Schema;

/** Passes over values that no column takes; they may be of any schema, recursive ones too. */
final class AvroSkipping {

    private AvroSkipping() {}

    static AvroReader of(Schema schema) {
        return in -> {
            skip(schema, in);
            return null;
        };
    }

    private static void skip(Schema schema, AvroInput in) throws DecodeException {
        switch (schema.getType()) {
            case NULL -> {}
            case BOOLEAN -> in.skip(1);
            case INT, LONG, ENUM -> in.readLong();
            case FLOAT -> in.skip(Float.BYTES);
            case DOUBLE -> in.skip(Double.BYTES);
            case STRING, BYTES -> in.skipBytes();
            case FIXED -> in.skip(schema.getFixedSize());
            case ARRAY -> skipItems(false, schema.getElementType(), in);
            case MAP -> skipItems(true, schema.getValueType(), in);
            case UNION -> skip(branch(schema.getTypes(), in), in);
            case RECORD -> {
                in.enter();
                for (Schema.Field field : schema.getFields()) {
                    skip(field.schema(), in);
                }
                in.leave();
            }
        }
    }

    private static void skipItems(boolean keyed, Schema item, AvroInput in) throws DecodeException {
        in.enter();
        for (int count = in.readBlockCount(); count > 0; count = in.readBlockCount()) {
            for (int i = 0; i < count; i++) {
                if (keyed) {
                    in.skipBytes();
                }
                skip(item, in);
            }
        }
        in.leave();
    }

    private static Schema branch(List<Schema> branches, AvroInput in) throws DecodeException {
        long index = in.readLong();
        if (index < 0 || index >= branches.size()) {
            throw new DecodeException("expected a branch of a union of " + branches.size());
        }
        return branches.get((int) index);
    }
}
