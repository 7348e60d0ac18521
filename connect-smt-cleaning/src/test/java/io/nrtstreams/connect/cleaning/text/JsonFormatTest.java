package io.nrtstreams.connect.cleaning.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.cleaning.core.Cleaned;
import io.nrtstreams.connect.cleaning.core.Outcome;
import io.nrtstreams.connect.cleaning.core.Refused;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormatTest {
    private final Shape shape = Shape.parse("s:string, n:int64, f:float64, b:boolean, o{s:string, n:int32}");
    private final JsonFormat strict = JsonFormat.strict(shape);
    private final JsonFormat lenient = JsonFormat.lenient(shape);

    static List<Arguments> both() {
        return List.of(
                Arguments.of("{\"s\":\"x\"}", "s", "x"),
                Arguments.of(" { \"s\" : \"x\" } \n", "s", "x"),
                Arguments.of("{\"s\":\"\"}", "s", ""),
                Arguments.of("{\"s\":\"a\\\"b\\\\c\\/\\n\\t\\u00e9\\ud83d\\ude00\"}", "s", "a\"b\\c/\n\té\uD83D\uDE00"),
                Arguments.of("{\"\\u0073\":\"x\"}", "s", "x"),
                Arguments.of("{\"s\":12.50}", "s", "12.50"),
                Arguments.of("{\"s\":true}", "s", "true"),
                Arguments.of("{\"s\":null}", "s", null),
                Arguments.of("{}", "s", null),
                Arguments.of("{\"n\":12}", "n", 12L),
                Arguments.of("{\"n\":-9223372036854775808}", "n", Long.MIN_VALUE),
                Arguments.of("{\"n\":1e3}", "n", 1000L),
                Arguments.of("{\"f\":12}", "f", 12.0),
                Arguments.of("{\"f\":1e3}", "f", 1000.0),
                Arguments.of("{\"f\":-0.5E-2}", "f", -0.005),
                Arguments.of("{\"b\":true,\"n\":1}", "b", true),
                Arguments.of("{\"n\":1,\"s\":\"out of order\"}", "s", "out of order"),
                Arguments.of("{\"other\":{\"a\":[1,{\"b\":null}],\"c\":\"}\"},\"s\":\"x\"}", "s", "x"));
    }

    @ParameterizedTest
    @MethodSource("both")
    void bothDialectsReadJson(String text, String field, Object expected) {
        assertThat(struct(strict.read(text)).get(field)).isEqualTo(expected);
        assertThat(struct(lenient.read(text))).isEqualTo(struct(strict.read(text)));
    }

    static List<Arguments> python() {
        return List.of(
                Arguments.of("{'s': 'x'}", "s", "x"),
                Arguments.of("{'s': \"it's\"}", "s", "it's"),
                Arguments.of("{'s': 'say \"x\"'}", "s", "say \"x\""),
                Arguments.of("{'s': 'it\\'s \"x\"'}", "s", "it's \"x\""),
                Arguments.of("{'s': '\\xe9\\x00\\U0001f600'}", "s", "é\0\uD83D\uDE00"),
                Arguments.of("{'s': 'a\tb'}", "s", "a\tb"),
                Arguments.of("{'s': None, 'b': True}", "b", true),
                Arguments.of("{'s': None}", "s", null),
                Arguments.of("{'b': False}", "b", false),
                Arguments.of("{'f': nan}", "f", null),
                Arguments.of("{'f': NaN}", "f", null),
                Arguments.of("{'n': 1, }", "n", 1L),
                Arguments.of("{'n': '1669753776'}", "n", 1669753776L),
                Arguments.of("{'f': '9.3e-05'}", "f", 9.3e-05),
                Arguments.of("{'x': [1, 2, ], 'n': 1}", "n", 1L));
    }

    @ParameterizedTest
    @MethodSource("python")
    void onlyTheLenientDialectReadsPython(String text, String field, Object expected) {
        assertThat(struct(lenient.read(text)).get(field)).isEqualTo(expected);
        assertThat(strict.read(text)).isInstanceOf(Refused.class);
    }

    static List<Arguments> misfits() {
        return List.of(
                Arguments.of("{\"n\":12.5}", "n", "n:int64", "expected a whole number that fits int64"),
                Arguments.of("{\"n\":9223372036854775808}", "n", "n:int64", "expected a whole number that fits int64"),
                Arguments.of("{\"n\":\"x\"}", "n", "n:int64", "expected a whole number that fits int64, found text"),
                Arguments.of(
                        "{\"n\":true}", "n", "n:int64", "expected a whole number that fits int64, found a boolean"),
                Arguments.of("{\"n\":{}}", "n", "n:int64", "expected a whole number that fits int64, found a record"),
                Arguments.of("{\"n\":[1]}", "n", "n:int64", "expected a whole number that fits int64, found a list"),
                Arguments.of("{\"f\":1e999}", "f", "f:float64", "expected a number that fits float64"),
                Arguments.of(
                        "{\"b\":1}", "b", "b:boolean", "expected true or false, yes or no, 1 or 0, found a number"),
                Arguments.of("{\"o\":1}", "o", "o{…}", "expected a record, found a number"),
                Arguments.of("{\"o\":\"x\"}", "o", "o{…}", "expected a record, found text"),
                Arguments.of("{\"o\":{\"n\":3000000000}}", "o.n", "n:int32", "expected a whole number that fits int32"),
                Arguments.of("{\"n\":1,\"n\":2}", "n", "n:int64", "expected the field once"));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void aFieldThatIsNotAsDeclaredIsRefused(String text, String field, String rule, String reason) {
        assertThat(strict.read(text)).isEqualTo(Refused.reject(field, rule, reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "null",
                "[]",
                "\"s\"",
                "{",
                "{\"s\"",
                "{\"s\":",
                "{\"s\":\"x\"",
                "{\"s\":\"x",
                "{\"s\":\"x\"}}",
                "{\"s\":\"x\"} x",
                "{\"s\" \"x\"}",
                "{s:1}",
                "{\"s\":\"x\",}",
                "{,}",
                "{\"n\":01}",
                "{\"n\":1.}",
                "{\"n\":.5}",
                "{\"n\":+1}",
                "{\"n\":1e}",
                "{\"n\":-}",
                "{\"n\":1x}",
                "{\"n\":tru}",
                "{\"n\":NaN}",
                "{\"n\":Infinity}",
                "{\"s\":\"a\nb\"}",
                "{\"s\":\"\\x41\"}",
                "{\"s\":\"\\u12g4\"}",
                "{\"s\":\"\\ud83d\"}",
                "{\"s\":\"\\",
                "{\"z\":[1,]}",
                "{\"z\":[1",
                "{\"z\":{\"a\"}}",
                "{\"z\":'x'}",
                "{\"s\":\"\u0000\"}"
            })
    void whatIsNotJsonIsRefusedWithThePlace(String text) {
        assertThat(strict.read(text))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).matches("expected .* at character \\d+"));
    }

    @Test
    void depthIsBounded() {
        String deep = "{\"z\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        String justDeepEnough = "{\"z\":" + "[".repeat(63) + "]".repeat(63) + "}";

        assertThat(strict.read(deep))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .startsWith("expected at most 64 records and lists within one another"));
        assertThat(strict.read(justDeepEnough)).isInstanceOf(Cleaned.class);
    }

    @Test
    void theSchemaIsOneObject() {
        assertThat(struct(strict.read("{}")).schema()).isSameAs(shape.schema());
    }

    private static Struct struct(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Cleaned.class);
        return (Struct) ((Cleaned) outcome).value();
    }
}
