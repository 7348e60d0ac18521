package io.nrtstreams.connect.s3.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** The fast writer against the plainest one: random structs and maps must come out the same. */
class JsonWriterAgainstReferenceTest {
    private static final String[] TEXTS = {
        "",
        "plain",
        "q\"uote",
        "back\\slash",
        "line\nfeed",
        "\u0000\u001f",
        "\u007f",
        "ü",
        "€uro",
        "😀",
        "half \ud83d",
        "\udc00 half",
        "é\"\\\t",
        "a long text that is plain up to its very last character, a quote\""
    };

    private final JsonWriter writer = new JsonWriter();
    private final Utf8Buffer buffer = new Utf8Buffer();

    @RepeatedTest(200)
    void whatIsWrittenIsWhatThePlainestWriterWrites(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Schema schema = schema(random, 3);
        for (int i = 0; i < 20; i++) {
            Object value = random.nextBoolean() ? struct(schema, random) : map(random, 3);
            buffer.clear();

            writer.write(buffer, value, value instanceof Struct ? schema : null);

            assertThat(buffer.toString()).isEqualTo(json(value));
        }
    }

    private static Schema schema(Random random, int depth) {
        SchemaBuilder schema = SchemaBuilder.struct().optional();
        int fields = random.nextInt(8);
        for (int i = 0; i < fields; i++) {
            schema.field(TEXTS[random.nextInt(TEXTS.length)] + i, fieldSchema(random, depth));
        }
        return schema.build();
    }

    private static Schema fieldSchema(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 8)) {
            case 0 -> Schema.OPTIONAL_STRING_SCHEMA;
            case 1 -> Schema.OPTIONAL_INT8_SCHEMA;
            case 2 -> Schema.OPTIONAL_INT16_SCHEMA;
            case 3 -> Schema.OPTIONAL_INT32_SCHEMA;
            case 4 -> Schema.OPTIONAL_INT64_SCHEMA;
            case 5 -> Schema.OPTIONAL_FLOAT32_SCHEMA;
            case 6 -> Schema.OPTIONAL_FLOAT64_SCHEMA;
            case 7 -> Schema.OPTIONAL_BOOLEAN_SCHEMA;
            default -> schema(random, depth - 1);
        };
    }

    private static Struct struct(Schema schema, Random random) {
        Struct struct = new Struct(schema);
        schema.fields().forEach(field -> struct.put(field, of(field.schema(), random)));
        return struct;
    }

    private static @Nullable Object of(Schema schema, Random random) {
        if (random.nextInt(5) == 0) {
            return null;
        }
        return switch (schema.type()) {
            case STRING -> TEXTS[random.nextInt(TEXTS.length)];
            case INT8 -> (byte) random.nextInt();
            case INT16 -> (short) random.nextInt();
            case INT32 -> random.nextInt();
            case INT64 -> random.nextLong() >> random.nextInt(64);
            case FLOAT32 -> random.nextInt(100_000) / 100f;
            case FLOAT64 -> random.nextBoolean() ? random.nextInt(1_000_000) / 100.0 : random.nextGaussian();
            case BOOLEAN -> random.nextBoolean();
            default -> struct(schema, random);
        };
    }

    private static Map<String, @Nullable Object> map(Random random, int depth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        int entries = random.nextInt(6);
        for (int i = 0; i < entries; i++) {
            map.put(TEXTS[random.nextInt(TEXTS.length)], anything(random, depth));
        }
        return map;
    }

    private static @Nullable Object anything(Random random, int depth) {
        return switch (depth > 0 ? random.nextInt(4) : 3) {
            case 0 -> map(random, depth - 1);
            case 1 -> new ArrayList<>(map(random, depth - 1).values());
            default -> of(fieldSchema(random, 0), random);
        };
    }

    private static String json(@Nullable Object value) {
        if (value instanceof Struct struct) {
            List<Field> fields = struct.schema().fields();
            return fields.stream()
                    .map(field -> quoted(field.name()) + ":" + json(struct.get(field)))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quoted((String) entry.getKey()) + ":" + json(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonWriterAgainstReferenceTest::json).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> quoted.append(escaped(point)));
        return quoted.append('"').toString();
    }

    private static String escaped(int point) {
        return switch (point) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\u0000' -> "\\u0000";
            case '\u001f' -> "\\u001f";
            default -> Character.getType(point) == Character.SURROGATE ? "\ufffd" : Character.toString(point);
        };
    }
}
