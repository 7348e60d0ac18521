package io.nrtstreams.bench.cleaning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Readings of meters, of twelve fields, the same in every run. Each has something to clean: usage is text and the unit in
 * capitals in all of them; in some the city has blanks around it, the tariff a name of old, the note a token for nothing,
 * and the humidity is missing.
 */
final class Readings {
    private static final List<String> CITIES = List.of("Pune", "Fullerton", "Lagos", " Hamburg ");
    private static final List<String> TARIFFS = List.of("day", "night", "day rate", "peak");
    private static final List<String> STATES = List.of("on", "off", "idle");

    private Readings() {}

    /** Schemas that are alike but for their version. */
    static List<Schema> schemas(int count) {
        return IntStream.range(0, count).mapToObj(Readings::schema).toList();
    }

    private static Schema schema(int version) {
        return SchemaBuilder.struct()
                .name("reading")
                .version(version + 1)
                .field("meter", Schema.STRING_SCHEMA)
                .field("city", Schema.OPTIONAL_STRING_SCHEMA)
                .field("tariff", Schema.OPTIONAL_STRING_SCHEMA)
                .field("status", Schema.OPTIONAL_STRING_SCHEMA)
                .field("unit", Schema.OPTIONAL_STRING_SCHEMA)
                .field("usage", Schema.OPTIONAL_STRING_SCHEMA)
                .field("temperature", Schema.OPTIONAL_FLOAT64_SCHEMA)
                .field("humidity", Schema.OPTIONAL_INT32_SCHEMA)
                .field("note", Schema.OPTIONAL_STRING_SCHEMA)
                .field("time", Schema.INT64_SCHEMA)
                .field("sequence", Schema.INT64_SCHEMA)
                .field("voltage", Schema.OPTIONAL_FLOAT64_SCHEMA)
                .build();
    }

    /** A reading with a schema. */
    static Struct struct(Schema schema, int number) {
        Map<String, @Nullable Object> fields = map(number);
        Struct struct = new Struct(schema);
        for (Field field : schema.fields()) {
            struct.put(field, fields.get(field.name()));
        }
        return struct;
    }

    /** A reading whose usage is no number, and of whose fields with rules that is the last that is looked at. */
    static Struct badStruct(Schema schema, int number) {
        return struct(schema, number).put("usage", "Null");
    }

    /** A reading without a schema. */
    static Map<String, @Nullable Object> map(int number) {
        Random random = new Random(number);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("meter", "meter-" + number);
        fields.put("city", CITIES.get(number % CITIES.size()));
        fields.put("tariff", TARIFFS.get(random.nextInt(TARIFFS.size())));
        fields.put("status", STATES.get(random.nextInt(STATES.size())));
        fields.put("unit", "KWH");
        fields.put("usage", usage(random));
        fields.put("temperature", random.nextInt(400) / 10.0);
        fields.put("humidity", number % 10 == 0 ? null : random.nextInt(100));
        fields.put("note", number % 7 == 0 ? "n/a" : "checked");
        fields.put("time", 1_670_030_994_123L + number);
        fields.put("sequence", 1_000_000L + number);
        fields.put("voltage", 220 + random.nextInt(100) / 10.0);
        return fields;
    }

    /** A reading as a row of five columns. */
    static String row(int number) {
        return rowWithout(number) + usage(new Random(number));
    }

    /** A row whose last column is no number. */
    static String badRow(int number) {
        return rowWithout(number) + "Null";
    }

    private static String rowWithout(int number) {
        return (1_669_875_330L + number) + "," + (12_345_434L + number) + "," + CITIES.get(number % CITIES.size()) + ","
                + STATES.get(number % STATES.size()) + ",";
    }

    /** Nine places, as the meters send. */
    private static String usage(Random random) {
        return "0.0" + (10_000_000 + random.nextInt(89_999_999));
    }
}
