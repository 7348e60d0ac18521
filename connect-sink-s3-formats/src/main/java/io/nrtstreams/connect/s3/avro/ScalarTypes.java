package io.nrtstreams.connect.s3.avro;

import io.nrtstreams.connect.s3.layout.DecimalType;
import io.nrtstreams.connect.s3.layout.Kind;
import io.nrtstreams.connect.s3.layout.Times;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;

/** The Avro types of single values. */
final class ScalarTypes {
    private ScalarTypes() {}

    /** The type of a kind that has no parts. The schema is new, so that properties may be added. */
    static AvroType of(Kind kind, org.apache.kafka.connect.data.Schema connect) {
        return switch (kind) {
            case BOOLEAN -> type(Schema.Type.BOOLEAN, (value, out) -> out.writeBoolean((Boolean) value));
            case INT8 -> type(Schema.Type.INT, (value, out) -> out.writeInt((Byte) value));
            case INT16 -> type(Schema.Type.INT, (value, out) -> out.writeInt((Short) value));
            case INT32 -> type(Schema.Type.INT, (value, out) -> out.writeInt((Integer) value));
            case INT64 -> type(Schema.Type.LONG, (value, out) -> out.writeLong((Long) value));
            case FLOAT32 -> type(Schema.Type.FLOAT, (value, out) -> out.writeFloat((Float) value));
            case FLOAT64 -> type(Schema.Type.DOUBLE, (value, out) -> out.writeDouble((Double) value));
            case STRING -> type(Schema.Type.STRING, (value, out) -> out.writeString((String) value));
            case BYTES -> type(Schema.Type.BYTES, (value, out) -> bytes(value, out));
            case DATE ->
                logical(LogicalTypes.date(), Schema.Type.INT, (value, out) -> out.writeInt(Times.epochDay(value)));
            case TIME ->
                logical(
                        LogicalTypes.timeMillis(),
                        Schema.Type.INT,
                        (value, out) -> out.writeInt(Times.millisOfDay(value)));
            case TIMESTAMP ->
                logical(
                        LogicalTypes.timestampMillis(),
                        Schema.Type.LONG,
                        (value, out) -> out.writeLong(Times.epochMillis(value)));
            case DECIMAL -> decimal(DecimalType.of(connect));
            case ARRAY, MAP, STRUCT -> throw new IllegalArgumentException(kind + " has parts");
        };
    }

    private static AvroType decimal(DecimalType type) {
        return logical(
                LogicalTypes.decimal(type.precision(), type.scale()),
                Schema.Type.BYTES,
                (value, out) -> out.writeBytes(type.unscaled((BigDecimal) value).toByteArray()));
    }

    private static AvroType type(Schema.Type type, ValueWriter writer) {
        return new AvroType(Schema.create(type), writer);
    }

    private static AvroType logical(LogicalType logical, Schema.Type type, ValueWriter writer) {
        return new AvroType(logical.addToSchema(Schema.create(type)), writer);
    }

    private static void bytes(Object value, Encoder out) throws IOException {
        if (value instanceof ByteBuffer buffer) {
            out.writeBytes(buffer.duplicate());
        } else {
            out.writeBytes((byte[]) value);
        }
    }
}
