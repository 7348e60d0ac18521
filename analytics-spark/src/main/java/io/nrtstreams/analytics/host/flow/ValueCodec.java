package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Values of one type as bytes and back. What is written is part of checkpoints. Immutable. */
interface ValueCodec {

    void write(Object value, ByteSink out);

    Object read(ByteSource in);

    /** Takes null too, for a byte more. */
    default void writeNullable(@Nullable Object value, ByteSink out) {
        out.writeByte(value == null ? 0 : 1);
        if (value != null) {
            write(value, out);
        }
    }

    default @Nullable Object readNullable(ByteSource in) {
        return in.readByte() == 0 ? null : read(in);
    }

    static ValueCodec of(SqlType type) {
        return switch (type.base()) {
            case BOOLEAN -> Plain.BOOLEAN;
            case INTEGER -> Plain.INTEGER;
            case BIGINT -> Plain.BIGINT;
            case DECIMAL -> Plain.DECIMAL;
            case DOUBLE -> Plain.DOUBLE;
            case STRING -> Plain.STRING;
            case BYTES -> Plain.BYTES;
            case TIME -> Plain.TIME;
            case DATE -> Plain.DATE;
            case TIMESTAMP -> Plain.TIMESTAMP;
            case ARRAY -> new NestedCodecs.Lists(of(((SqlType.Array) type).element()));
            case MAP -> new NestedCodecs.Maps(of(((SqlType.Map) type).key()), of(((SqlType.Map) type).value()));
            case STRUCT -> NestedCodecs.Structs.of((SqlType.Struct) type);
        };
    }

    /** Types without others in them. */
    enum Plain implements ValueCodec {
        BOOLEAN {
            @Override
            public void write(Object value, ByteSink out) {
                out.writeByte((Boolean) value ? 1 : 0);
            }

            @Override
            public Object read(ByteSource in) {
                return in.readByte() != 0;
            }
        },
        INTEGER {
            @Override
            public void write(Object value, ByteSink out) {
                out.writeLong((Integer) value);
            }

            @Override
            public Object read(ByteSource in) {
                return (int) in.readLong();
            }
        },
        BIGINT {
            @Override
            public void write(Object value, ByteSink out) {
                out.writeLong((Long) value);
            }

            @Override
            public Object read(ByteSource in) {
                return in.readLong();
            }
        },
        DECIMAL {
            @Override
            public void write(Object value, ByteSink out) {
                BigDecimal number = (BigDecimal) value;
                out.writeLong(number.scale());
                out.writeBytes(number.unscaledValue().toByteArray());
            }

            @Override
            public Object read(ByteSource in) {
                int scale = (int) in.readLong();
                return new BigDecimal(new BigInteger(in.readBytes()), scale);
            }
        },
        DOUBLE {
            @Override
            public void write(Object value, ByteSink out) {
                out.writeFixed(Double.doubleToRawLongBits((Double) value), Long.BYTES);
            }

            @Override
            public Object read(ByteSource in) {
                return Double.longBitsToDouble(in.readFixed(Long.BYTES));
            }
        },
        STRING {
            @Override
            public void write(Object value, ByteSink out) {
                out.writeText((String) value);
            }

            @Override
            public Object read(ByteSource in) {
                return in.readText();
            }
        },
        BYTES {
            @Override
            public void write(Object value, ByteSink out) {
                ByteBuffer buffer = (ByteBuffer) value;
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(buffer.position(), bytes);
                out.writeBytes(bytes);
            }

            @Override
            public Object read(ByteSource in) {
                return ByteBuffer.wrap(in.readBytes());
            }
        },
        TIME {
            @Override
            public void write(Object value, ByteSink out) {
                out.writeUnsigned(((LocalTime) value).toNanoOfDay());
            }

            @Override
            public Object read(ByteSource in) {
                return LocalTime.ofNanoOfDay(in.readUnsigned());
            }
        },
        DATE {
            @Override
            public void write(Object value, ByteSink out) {
                out.writeLong(((LocalDate) value).toEpochDay());
            }

            @Override
            public Object read(ByteSource in) {
                return LocalDate.ofEpochDay(in.readLong());
            }
        },
        TIMESTAMP {
            @Override
            public void write(Object value, ByteSink out) {
                Instant instant = (Instant) value;
                out.writeLong(instant.getEpochSecond());
                out.writeUnsigned(instant.getNano());
            }

            @Override
            public Object read(ByteSource in) {
                return Instant.ofEpochSecond(in.readLong(), in.readUnsigned());
            }
        }
    }
}
