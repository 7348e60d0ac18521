package io.nrtstreams.connect.cleaning;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.jspecify.annotations.Nullable;

/** Values that nobody expects, each text among them with {@link #SECRET} in it. Seeded. */
final class HostileValues {
    /** In every text, so that a message that repeats a value is found out. */
    static final String SECRET = "s3cr3t";

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "Null",
            "NaN",
            "-Infinity",
            "0",
            "-0.0",
            "1e999",
            "-1e-999",
            "0x10",
            "1_000",
            "1,234.5",
            "1.234,5",
            "12.5",
            "9223372036854775808",
            "true",
            "yes",
            "2023-02-30",
            "+10000-01-01T00:00:00Z",
            "2023-03-26 02:30",
            "1669875330",
            "99999999999999999999999",
            "\uD83D",
            "\uDE00x",
            "\uFEFFa",
            "a\0b",
            "\u0130I\u0131",
            "e\u0301",
            "72 °F",
            "12.5 kWh",
            "%s%n",
            "${env:HOME}",
            "$1\\",
            "(((((",
            "'; DROP TABLE",
            "\n\r\t",
            "\u202Eabc",
            "½",
            "١٢٣");
    private static final List<Object> NUMBERS = List.of(
            0,
            -1,
            1,
            Byte.MIN_VALUE,
            Short.MAX_VALUE,
            Integer.MIN_VALUE,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            0.0,
            -0.0,
            0.1,
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            Float.NaN,
            Float.MAX_VALUE,
            4711.25,
            1669875330L,
            1669875330123L,
            253402300800000L,
            new BigDecimal("1e-400"),
            new BigDecimal("1e400"),
            BigInteger.TWO.pow(200));
    private static final int GIANT = 200_000;

    private final Random random;

    HostileValues(long seed) {
        this.random = new Random(seed);
    }

    Random random() {
        return random;
    }

    /** Anything that a schemaless record could hold. */
    @Nullable Object any(int depth) {
        return switch (random.nextInt(depth > 3 ? 12 : 16)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2, 3, 4 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
            case 5 -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            case 6 -> new Date(random.nextBoolean() ? random.nextLong() : random.nextInt() * 1000L);
            case 7 -> random.nextBoolean() ? bytes() : (Object) ByteBuffer.wrap(bytes());
            case 12, 13 -> list(depth + 1);
            case 14, 15 -> map(depth + 1);
            default -> text();
        };
    }

    String text() {
        if (random.nextInt(20_000) == 0) {
            return SECRET + "x".repeat(GIANT);
        }
        String known = TEXTS.get(random.nextInt(TEXTS.size()));
        return switch (random.nextInt(4)) {
            case 0 -> known;
            case 1 -> known + SECRET;
            case 2 ->
                SECRET
                        + random.ints(random.nextInt(8), 0, 0x10000)
                                .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append);
            default -> " " + known + "  ";
        };
    }

    private byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_16BE);
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(any(depth));
        }
        return list;
    }

    Map<String, Object> map(int depth) {
        Map<String, Object> map = random.nextBoolean() ? new HashMap<>() : new LinkedHashMap<>();
        for (String name : FIELDS) {
            if (random.nextInt(3) > 0) {
                map.put(name, any(depth));
            }
        }
        return map;
    }

    /** Lists within lists, beyond what a stack that recurses could bear. */
    static Object deep(int levels) {
        Object value = SECRET;
        for (int i = 0; i < levels; i++) {
            value = i % 2 == 0 ? List.of(value) : Map.of("a", value);
        }
        return value;
    }

    /** The names that rules and records share. */
    static final List<String> FIELDS = List.of("a", "b", "c", "d.e", "zone");

    /** A schema with fields of every type. */
    Schema schema(int depth) {
        SchemaBuilder builder =
                SchemaBuilder.struct().name("io.example.Hostile").version(random.nextInt(9) + 1);
        for (String name : FIELDS) {
            builder.field(name, type(depth));
        }
        return random.nextBoolean() || depth > 0 ? builder.optional().build() : builder.build();
    }

    private Schema type(int depth) {
        boolean optional = random.nextBoolean();
        SchemaBuilder builder = switch (random.nextInt(depth > 1 ? 10 : 13)) {
            case 0 -> SchemaBuilder.int8();
            case 1 -> SchemaBuilder.int32();
            case 2 -> SchemaBuilder.int64();
            case 3 -> SchemaBuilder.float32();
            case 4 -> SchemaBuilder.float64();
            case 5 -> SchemaBuilder.bool();
            case 6 -> SchemaBuilder.bytes();
            case 7 -> Timestamp.builder();
            case 10 -> SchemaBuilder.array(type(depth + 1));
            case 11 -> SchemaBuilder.map(Schema.STRING_SCHEMA, type(depth + 1));
            case 12 -> null;
            default -> SchemaBuilder.string();
        };
        if (builder == null) {
            return schema(depth + 1);
        }
        return optional ? builder.optional().build() : builder.build();
    }

    Struct struct(Schema schema) {
        Struct struct = new Struct(schema);
        for (Field field : schema.fields()) {
            struct.put(field, of(field.schema()));
        }
        return struct;
    }

    private @Nullable Object of(Schema schema) {
        if (schema.isOptional() && random.nextInt(4) == 0) {
            return null;
        }
        if (Timestamp.LOGICAL_NAME.equals(schema.name())) {
            return new Date(random.nextBoolean() ? random.nextLong() : 1669875330123L);
        }
        return switch (schema.type()) {
            case INT8 -> (byte) random.nextInt();
            case INT32 -> random.nextInt();
            case INT64 -> random.nextLong();
            case FLOAT32 -> random.nextInt(5) == 0 ? Float.NaN : (float) random.nextGaussian();
            case FLOAT64 -> random.nextInt(5) == 0 ? Double.NEGATIVE_INFINITY : random.nextGaussian() * 1e9;
            case BOOLEAN -> random.nextBoolean();
            case BYTES -> bytes();
            case ARRAY ->
                random.ints(random.nextInt(3))
                        .mapToObj(i -> of(schema.valueSchema()))
                        .collect(ArrayList::new, List::add, List::addAll);
            case MAP -> {
                Map<String, Object> map = new HashMap<>();
                map.put(text(), of(schema.valueSchema()));
                yield map;
            }
            case STRUCT -> struct(schema);
            default -> text();
        };
    }
}
