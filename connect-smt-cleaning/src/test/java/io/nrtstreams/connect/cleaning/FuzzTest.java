package io.nrtstreams.connect.cleaning;

import static io.nrtstreams.connect.cleaning.HostileValues.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.cleaning.rules.OperationKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.ConnectSchema;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.junit.jupiter.api.Test;

/**
 * More than a million records that nobody expects, and rules of every kind put together at random: nothing but the declared
 * rejection ever happens, what comes out fits its schema, what came in stays as it was, and no message holds a value.
 */
class FuzzTest {
    private static final int RULE_SETS = 600;
    private static final int RECORDS_OF_A_SET = 700;
    private static final int TEXTS = 250_000;
    private static final List<String> ACTIONS = List.of(
            "",
            "",
            " else null",
            " else drop",
            " else flag",
            " else null flag",
            " else default 'x'",
            " else default 7 flag");
    private static final List<String> PATHS =
            List.of("a", "b", "c", "`d.e`", "zone", "a.b", "b[*]", "c[*].a", "a[*][*]", "b.a.c", "nothing.here");

    /** Counts what came of records. */
    private static final class Tally {
        private long passed;
        private long rejected;

        long all() {
            return passed + rejected;
        }
    }

    @Test
    void rulesMeetHostileMaps() {
        HostileValues values = new HostileValues(1);
        Tally tally = new Tally();
        for (int set = 0; set < RULE_SETS; set++) {
            Transformation<SourceRecord> clean = rules(values.random());
            for (int i = 0; i < RECORDS_OF_A_SET; i++) {
                Map<String, Object> given = values.map(0);
                if (i % 100 == 0) {
                    given.put("a", HostileValues.deep(200));
                }
                Map<String, Object> copy = new HashMap<>(given);
                source(clean, given, tally);
                assertThat(given.equals(copy))
                        .as("what came in stays as it was")
                        .isTrue();
            }
            clean.close();
        }
        assertThat(tally.passed).isGreaterThan(20_000);
        assertThat(tally.rejected).isGreaterThan(20_000);
        System.out.println("fuzzed maps: " + tally.all());
    }

    @Test
    void rulesMeetHostileStructs() {
        HostileValues values = new HostileValues(2);
        Tally tally = new Tally();
        int senseless = 0;
        for (int set = 0; set < RULE_SETS + senseless; set++) {
            Transformation<SourceRecord> clean = rules(values.random());
            Schema schema = values.schema(0);
            try {
                for (int i = 0; i < RECORDS_OF_A_SET; i++) {
                    Struct given = values.struct(schema);
                    int hash = i % 10 == 0 ? given.hashCode() : 0;
                    source(clean, given, tally);
                    assertThat(hash == 0 || given.hashCode() == hash)
                            .as("what came in stays as it was")
                            .isTrue();
                }
            } catch (ConfigException e) {
                senseless++;
                assertThat(e.getMessage()).doesNotContain(SECRET);
            }
            clean.close();
        }
        assertThat(tally.passed).isGreaterThan(20_000);
        assertThat(tally.rejected).isGreaterThan(20_000);
        System.out.println(
                "fuzzed structs: " + tally.all() + ", rules that made no sense for the schema: " + senseless);
    }

    @Test
    void rowsAndTextsOfEveryMakeAreReadOrRejected() {
        HostileValues values = new HostileValues(3);
        Tally tally = new Tally();
        List<Transformation<SinkRecord>> parsers = List.of(
                parse("csv", "a:string, b:int64, c:float64, d:boolean"),
                parse("json", "a:string, b:array<int64>, c:map<float64>, d{e:boolean, f:array<{g:string}>}"),
                parse("lenient-json", "a:string, b:array<int64>, c:map<float64>, d{e:boolean, f:array<{g:string}>}"));
        for (int i = 0; i < TEXTS; i++) {
            String csv = cell(values) + "," + cell(values) + "," + cell(values) + "," + cell(values);
            String json = json(values, 0).toString();
            sink(parsers.get(0), mutated(csv, values), tally);
            sink(parsers.get(1), mutated(json, values), tally);
            sink(parsers.get(2), mutated(json.replace('"', '\''), values), tally);
            sink(parsers.get(i % 3), values.text().getBytes(StandardCharsets.UTF_16LE), tally);
        }
        assertThat(tally.passed).isGreaterThan(20_000);
        assertThat(tally.rejected).isGreaterThan(100_000);
        System.out.println("fuzzed texts: " + tally.all());
    }

    private static Transformation<SourceRecord> rules(Random random) {
        while (true) {
            Map<String, String> config = new HashMap<>(Map.of("hmac.key", "a secret of the fuzzing test"));
            for (int field = 1 + random.nextInt(4); field > 0; field--) {
                List<String> rules = new ArrayList<>();
                for (int rule = 1 + random.nextInt(4); rule > 0; rule--) {
                    OperationKind kind = OperationKind.values()[random.nextInt(OperationKind.values().length)];
                    rules.add(kind.example().replaceAll(" else .*", "") + ACTIONS.get(random.nextInt(ACTIONS.size())));
                }
                config.put("field." + PATHS.get(random.nextInt(PATHS.size())), String.join(" | ", rules));
            }
            Transformation<SourceRecord> clean = new Clean.Value<>();
            try {
                clean.configure(config);
                return clean;
            } catch (ConfigException e) {
                // Put together at random, many make no sense; the next may.
            }
        }
    }

    private static void source(Transformation<SourceRecord> clean, Object given, Tally tally) {
        SourceRecord after = clean.apply(Records.source(given));
        boolean rejected = after != null && after.topic().endsWith(".rejected");
        tally.rejected += rejected ? 1 : 0;
        tally.passed += rejected ? 0 : 1;
        if (after == null) {
            return;
        }
        if (after.value() instanceof Struct struct) {
            struct.validate();
        }
        if (!rejected && given instanceof Map<?, ?>) {
            Set<Object> came = Collections.newSetFromMap(new IdentityHashMap<>());
            scalarsOf(given).forEach(came::add);
            // Connect's own converters refuse records without a schema that hold anything else. A decimal that came
            // stays one.
            assertThat(scalarsOf(after.value())
                            .filter(value -> !came.contains(value) && !(value instanceof BigDecimal))
                            .filter(value -> ConnectSchema.schemaType(value.getClass()) == null))
                    .isEmpty();
        }
        for (Header header : after.headers()) {
            assertThat((String) header.value()).doesNotContain(SECRET);
        }
    }

    private static Stream<Object> scalarsOf(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().flatMap(FuzzTest::scalarsOf);
        } else if (value instanceof List<?> list) {
            return list.stream().flatMap(FuzzTest::scalarsOf);
        }
        return Stream.ofNullable(value);
    }

    private static void sink(Transformation<SinkRecord> parse, Object given, Tally tally) {
        try {
            ((Struct) parse.apply(Records.sink(given)).value()).validate();
            tally.passed++;
        } catch (RejectedRecordException e) {
            assertThat(e.getMessage()).doesNotContain(SECRET);
            tally.rejected++;
        } catch (ConnectException e) {
            throw new AssertionError("another exception than the declared one", e);
        }
    }

    private static Transformation<SinkRecord> parse(String format, String schema) {
        Transformation<SinkRecord> parse = new Parse.Value<>();
        parse.configure(Map.of("format", format, "schema", schema));
        return parse;
    }

    private static String cell(HostileValues values) {
        return switch (values.random().nextInt(4)) {
            case 0 -> '"' + values.text().replace("\"", "\"\"") + '"';
            case 1 -> values.text();
            default -> Integer.toString(values.random().nextInt(2));
        };
    }

    private static StringBuilder json(HostileValues values, int depth) {
        StringBuilder text = new StringBuilder("{\"a\":");
        text.append(scalar(values)).append(",\"b\":[").append(scalar(values)).append("],\"c\":{\"x\":");
        text.append(scalar(values)).append("},\"d\":{\"e\":true,\"f\":[{\"g\":\"y\"}]}");
        if (depth < 3 && values.random().nextInt(4) == 0) {
            text.append(",\"other\":").append(json(values, depth + 1));
        }
        if (values.random().nextInt(500) == 0) {
            text.append(",\"deep\":").append("[".repeat(200)).append("]".repeat(200));
        }
        return text.append('}');
    }

    private static String scalar(HostileValues values) {
        return switch (values.random().nextInt(5)) {
            case 0 -> "null";
            case 1 -> '"' + escaped(values.text()) + '"';
            case 2 -> Double.toString(values.random().nextGaussian());
            default -> Integer.toString(values.random().nextInt(100));
        };
    }

    private static final Pattern TO_ESCAPE = Pattern.compile("[\"\\\\\\x00-\\x1F]");

    private static String escaped(String text) {
        return TO_ESCAPE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        String.format("\\u%04x", (int) found.group().charAt(0))));
    }

    private static String mutated(String text, HostileValues values) {
        Random random = values.random();
        if (random.nextInt(3) == 0 || text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + values.text() + text.substring(at);
            case 2 -> text.substring(0, at) + text.substring(at + 1);
            default -> text.substring(0, at) + (char) random.nextInt(0x10000) + text.substring(at + 1);
        };
    }
}
