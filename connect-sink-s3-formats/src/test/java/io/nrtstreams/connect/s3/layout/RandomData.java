package io.nrtstreams.connect.s3.layout;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.jspecify.annotations.Nullable;

/** Schemas of all types at random, and values of them. */
public final class RandomData {
    private static final String[] NAMES = {"a", "b", "c", "usage", "kind", "x1"};
    private static final String[] TEXTS = {"", "Pune", "grün", "😀", "a,\"b\"\n"};

    private final Random random;
    private int structs;

    public RandomData(long seed) {
        this.random = new Random(seed);
    }

    public Schema struct(int depth) {
        SchemaBuilder struct = SchemaBuilder.struct();
        if (random.nextBoolean()) {
            struct.name("t.S" + structs++ % 4);
        }
        int fields = 1 + random.nextInt(NAMES.length);
        for (int i = 0; i < fields; i++) {
            struct.field(NAMES[i], any(depth));
        }
        return ended(struct);
    }

    private Schema any(int depth) {
        int kinds = depth > 0 ? 16 : 13;
        return switch (random.nextInt(kinds)) {
            case 0 -> ended(SchemaBuilder.bool());
            case 1 -> ended(SchemaBuilder.int8());
            case 2 -> ended(SchemaBuilder.int16());
            case 3 -> ended(SchemaBuilder.int32());
            case 4 -> ended(SchemaBuilder.int64());
            case 5 -> ended(SchemaBuilder.float32());
            case 6 -> ended(SchemaBuilder.float64());
            case 7 -> ended(SchemaBuilder.bytes());
            case 8 ->
                ended(Decimal.builder(random.nextInt(5))
                        .parameter("connect.decimal.precision", "" + (5 + random.nextInt(30))));
            case 9 -> ended(org.apache.kafka.connect.data.Date.builder());
            case 10 -> ended(Time.builder());
            case 11 -> ended(Timestamp.builder());
            case 12 -> ended(SchemaBuilder.string());
            case 13 -> ended(SchemaBuilder.array(any(depth - 1)));
            case 14 -> ended(SchemaBuilder.map(key(), any(depth - 1)));
            default -> struct(depth - 1);
        };
    }

    private Schema key() {
        return random.nextBoolean() ? Schema.STRING_SCHEMA : Schema.INT32_SCHEMA;
    }

    private Schema ended(SchemaBuilder builder) {
        return random.nextInt(3) == 0 ? builder.optional().build() : builder.build();
    }

    /** A value of the schema; now and then null where that is allowed. */
    public @Nullable Object value(Schema schema) {
        if (schema.isOptional() && random.nextInt(4) == 0) {
            return null;
        }
        return switch (Kind.of(schema)) {
            case BOOLEAN -> random.nextBoolean();
            case INT8 -> (byte) random.nextInt();
            case INT16 -> (short) random.nextInt();
            case INT32 -> random.nextInt();
            case INT64 -> random.nextLong();
            case FLOAT32 -> random.nextInt(9) == 0 ? Float.NaN : random.nextFloat();
            case FLOAT64 -> random.nextInt(9) == 0 ? Double.NEGATIVE_INFINITY : random.nextGaussian();
            case STRING -> TEXTS[random.nextInt(TEXTS.length)];
            case BYTES -> bytes();
            case DECIMAL ->
                new BigDecimal(
                        BigInteger.valueOf(random.nextInt(199_999) - 99_999),
                        DecimalType.of(schema).scale());
            case DATE -> new Date(86_400_000L * (random.nextInt(40_000) - 10_000));
            case TIME -> new Date(random.nextInt(86_400_000));
            case TIMESTAMP -> new Date(random.nextLong() >> 20);
            case ARRAY -> list(schema);
            case MAP -> map(schema);
            case STRUCT -> ofStruct(schema);
        };
    }

    public Struct ofStruct(Schema schema) {
        Struct struct = new Struct(schema);
        for (Field field : schema.fields()) {
            struct.put(field, value(field.schema()));
        }
        return struct;
    }

    private Object bytes() {
        byte[] bytes = new byte[random.nextInt(5)];
        random.nextBytes(bytes);
        return random.nextBoolean() ? bytes : ByteBuffer.wrap(bytes);
    }

    private List<Object> list(Schema schema) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(schema.valueSchema()));
        }
        return list;
    }

    private Map<Object, Object> map(Schema schema) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            boolean text = schema.keySchema().type() == Schema.Type.STRING;
            map.put(text ? "k" + i : (Object) (i * 1000), value(schema.valueSchema()));
        }
        return map;
    }
}
