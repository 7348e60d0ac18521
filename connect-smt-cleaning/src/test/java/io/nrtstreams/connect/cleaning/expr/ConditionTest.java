package io.nrtstreams.connect.cleaning.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.cleaning.core.Unfit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    private static final Schema INNER = SchemaBuilder.struct()
            .optional()
            .field("name", Schema.OPTIONAL_STRING_SCHEMA)
            .build();
    private static final Schema SCHEMA = SchemaBuilder.struct()
            .field("n", Schema.INT32_SCHEMA)
            .field("f", Schema.FLOAT64_SCHEMA)
            .field("s", Schema.STRING_SCHEMA)
            .field("t", Schema.BOOLEAN_SCHEMA)
            .field("none", Schema.OPTIONAL_INT64_SCHEMA)
            .field("a.b", Schema.INT64_SCHEMA)
            .field("in", INNER)
            .build();
    private static final Struct STRUCT = new Struct(SCHEMA)
            .put("n", 7)
            .put("f", 0.5)
            .put("s", "Pune India")
            .put("t", true)
            .put("a.b", 3L)
            .put("in", new Struct(INNER).put("name", "it's"));
    private static final Map<String, Object> MAP = map();

    private static Map<String, Object> map() {
        Map<String, Object> map = new HashMap<>(
                Map.of("n", 7, "f", 0.5, "s", "Pune India", "t", true, "a.b", 3L, "in", Map.of("name", "it's")));
        map.put("none", null);
        return map;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "n = 7; true",
                "n <> 7; false",
                "n != 8; true",
                "n < 7.5 and n <= 7 and n > 6 and n >= 7; true",
                "s = 'Pune India'; true",
                "s < 'Q'; true",
                "in.name = 'it''s'; true",
                "`a.b` = 3; true",
                "`in`.name IS NOT NULL; true",
                "t; true",
                "not t; false",
                "t = true; true",
                "none = 1; unknown",
                "none <> 1; unknown",
                "nothing.here = 1; unknown",
                "none IS NULL; true",
                "none is not null; false",
                "none = 1 OR n = 7; true",
                "none = 1 AND n = 7; unknown",
                "none = 1 AND n = 8; false",
                "NOT none = 1; unknown",
                "NULL; unknown",
                "n = 1 OR n = 7 AND f = 0.5; true",
                "(n = 7 OR n = 1) AND f = 1; false",
                "NOT n = 1 AND t; true",
                "1 + 2 * 3 = n; true",
                "(1 + 2) * 3 = 9; true",
                "-n = -7 and - -n = 7; true",
                "n - 1 - 2 = 4; true",
                "n / 2 = 3.5; true",
                "n % 4 = 3; true",
                "n / 0 = 1; unknown",
                "n % 0 = 1; unknown",
                "9223372036854775807 + 1 > 9e18; true",
                "9223372036854775807 * 2 > 9e18; true",
                "-9223372036854775808 - 1 < -9e18; true",
                "1.5e3 = 1500; true",
                "n BETWEEN 7 AND 8; true",
                "n NOT BETWEEN 7 AND 8; false",
                "none BETWEEN 1 AND 2; unknown",
                "n IN (1, 7); true",
                "n NOT IN (1, 2); true",
                "n NOT IN (1, none); unknown",
                "s LIKE 'Pune%'; true",
                "s LIKE '_une%a'; true",
                "s LIKE 'Pune'; false",
                "s NOT LIKE '%.%'; true",
                "s RLIKE '^P.*a$'; true",
                "s RLIKE 'India'; true",
                "none LIKE 'x'; unknown",
                "abs(-1.5) = 1.5 and ABS(n) = 7; true",
                "abs(f - (n * 1.8 + 32)) <= 0.5; false",
                "round(2.5) = 3 and round(1.25, 1) = 1.3 and round(17, -1) = 20; true",
                "least(3, n, 2.5) = 2.5 and greatest(1, n) = 7; true",
                "length(s) = 10; true",
                "upper(s) = 'PUNE INDIA' and lower(s) = 'pune india'; true",
                "trim('  x ') = 'x'; true",
                "coalesce(none, n) = 7; true",
                "abs(none) = 1; unknown",
                "s = 7; unfit",
                "s > n; unfit",
                "t < t; unfit",
                "s + 1 = 2; unfit",
                "`in` = 1; unfit",
                "n LIKE '7'; unfit",
                "n; unfit",
                "not s; unfit",
                "abs(s) = 1; unfit",
                "least(s, n) = 1; unfit",
                "s = 7 OR t; true",
                "s = 7 AND NOT t; false"
            })
    void aConditionIsTrueFalseUnknownOrSenseless(String text, String expected) {
        Condition condition = Condition.parse(text);

        assertThat(word(condition.test(MAP))).isEqualTo(expected);
        assertThat(word(condition.test(STRUCT))).isEqualTo(expected);
    }

    @Test
    void numbersAreComparedExactlyWhereTheyAreExact() {
        Map<String, Object> big = Map.of("a", Long.MAX_VALUE, "b", Long.MAX_VALUE - 1, "c", new BigDecimal("0.1"));

        assertThat(Condition.parse("a = b").test(big)).isEqualTo(false);
        assertThat(Condition.parse("c = 0.1").test(big)).isEqualTo(true);
        assertThat(Condition.parse("c < a").test(big)).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "at >= TIMESTAMP '2023-11-14T22:13:20Z'; true",
                "at > timestamp '2023-11-14 22:13:20'; false",
                "at BETWEEN TIMESTAMP '2023-01-01' AND TIMESTAMP '2024-01-01'; true",
                "at - 1000 < at AND day < at; true",
                "at - day < 60 * 60 * 1000; false",
                "at IN (1700000000000); true",
                "at > '2023-01-01'; unfit",
                "timestamp = 'x'; unknown"
            })
    void aTimestampCountsAsMilliseconds(String text, String expected) {
        Condition condition = Condition.parse(text);
        Schema schema = SchemaBuilder.struct()
                .field("at", Timestamp.SCHEMA)
                .field("day", org.apache.kafka.connect.data.Date.SCHEMA)
                .build();
        Struct struct = new Struct(schema)
                .put("at", new Date(1_700_000_000_000L))
                .put("day", new java.sql.Date(1_699_920_000_000L));

        assertThat(word(condition.test(struct))).isEqualTo(expected);
        assertThat(word(condition.test(Map.of("at", 1_700_000_000_000L, "day", 1_699_920_000_000L))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "\"\"; \"\"; true",
                "\"\"; a; false",
                "%; \"\"; true",
                "%; a; true",
                "_; a; true",
                "_; \"\"; false",
                "_; ab; false",
                "a%; ab; true",
                "%a; ba; true",
                "%a; ab; false",
                "%ab%ab; abcab; true",
                "%ab%ab; abab; true",
                "%ab%ab; ab; false",
                "a_c; a😀c; true",
                "a_c; ac; false",
                "%a%%b%; xaxbx; true",
                "a.c; abc; false",
                "[a]; a; false"
            })
    void likeMatchesWholeTexts(String pattern, String text, boolean matches) {
        assertThat(Condition.parse("a LIKE '" + pattern + "'").test(Map.of("a", text)))
                .isEqualTo(matches);
    }

    @Test
    void noPatternOfLikeHoldsUpTheTask() {
        assertThat(Condition.parse("a LIKE '%a%a%a%a%a%a%a%b'").test(Map.of("a", "a".repeat(20_000))))
                .isEqualTo(false);
    }

    @Test
    void notANumberIsNeitherLessNorMoreNorEqual() {
        Map<String, Object> nan = Map.of("a", Double.NaN, "b", new BigDecimal(1));

        assertThat(Condition.parse("a = a OR a < 1 OR a >= 1 OR a > b").test(nan))
                .isEqualTo(false);
        assertThat(Condition.parse("a <> a").test(nan)).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "\"\"; at column 1: expected a field or a value, found the end",
                "a =; at column 4: expected a field or a value, found the end",
                "a = 1 b; at column 7: expected AND, OR or the end, found b",
                "a == 1; at column 4: expected a field or a value, found =",
                "a = 'x; at column 5: expected a closing quote",
                "a ? 1; at column 3: expected a field, a value or an operator, found ?",
                "(a = 1; at column 7: expected an operator or ), found the end",
                "a IS 1; at column 6: expected NULL, found 1",
                "a NOT 1; at column 7: expected BETWEEN, IN, LIKE or RLIKE after NOT, found 1",
                "a BETWEEN 1 OR 2; at column 13: expected AND, found OR",
                "a IN 1; at column 6: expected ( and the values after IN, found 1",
                "a IN (1; at column 8: expected a comma or ) after a value, found the end",
                "a LIKE b; at column 8: expected a pattern in quotes",
                "a RLIKE '[a-'; at column 13: expected a regular expression: ",
                "a = 12x; at column 5: expected a number, found 12x",
                "a = 1.2.3; at column 5: expected a number, found 1.2.3",
                "rond(a) = 1; at column 1: expected a function, found rond; did you mean ROUND?",
                "abs(a, b) = 1; at column 1: ABS takes 1 argument, found 2",
                "round(1, 2, 3) = 1; at column 1: ROUND takes 1 to 2 arguments, found 3",
                "a < TIMESTAMP 'soon'; at column 15: expected a time by ISO 8601, e.g. '2024-01-31T06:30:00Z', found 'soon'",
                "a..b = 1; at column 1: in the field path 'a..b'",
                "a AND OR b; at column 7: expected a field or a value (a field of that name stands in backticks), found OR"
            })
    void aMistakeIsNamedWithItsColumn(String text, String message) {
        assertThatThrownBy(() -> Condition.parse(text))
                .isInstanceOf(TextMistake.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aNullIsNotTheDefaultOfItsSchema() {
        Schema schema = SchemaBuilder.struct()
                .field("a", SchemaBuilder.int32().optional().defaultValue(7).build())
                .build();

        assertThat(Condition.parse("a IS NULL").test(new Struct(schema))).isEqualTo(true);
    }

    @Test
    void anExpressionThatRecursesTooDeepDoesNotEndTheTask() {
        Object result = Condition.parse("a RLIKE '^(a|b)*$'").test(Map.of("a", "ab".repeat(200_000)));

        assertThat(result).isInstanceOf(Unfit.class);
    }

    @Test
    void depthIsBounded() {
        for (String part : List.of("(", "not ", "- ", "abs(", "n + ", "n * ")) {
            String deep = part.repeat(20_000) + "n = 1";
            assertThatThrownBy(() -> Condition.parse(deep))
                    .isInstanceOf(TextMistake.class)
                    .hasMessageContaining("expected at most 100 parts within one another or in one sum");
        }
    }

    @Test
    void aListMayBeAsLongAsItLikes() {
        String values = "-1, ".repeat(20_000);

        assertThat(Condition.parse("n IN (" + values + "7)").test(MAP)).isEqualTo(true);
        assertThat(Condition.parse("n = -1 OR ".repeat(20_000) + "n = 7").test(MAP))
                .isEqualTo(true);
        assertThat(Condition.parse("n = 7 AND ".repeat(20_000) + "n <> 7").test(MAP))
                .isEqualTo(false);
    }

    @Test
    void noWordsPutTogetherAtRandomDoMoreThanBeRefused() {
        List<String> words = List.of(
                "a",
                "s",
                "n",
                "none",
                "1",
                "0.5",
                "'x'",
                "=",
                "<",
                "<=",
                "and",
                "or",
                "not",
                "(",
                ")",
                "is",
                "null",
                "between",
                "in",
                ",",
                "like",
                "rlike",
                "+",
                "-",
                "*",
                "/",
                "%",
                "abs(",
                "coalesce(",
                "least(",
                "true",
                "`",
                "'");
        Random random = new Random(5);
        int sound = 0;
        for (int i = 0; i < 200_000; i++) {
            String[] text = new String[1 + random.nextInt(8)];
            Arrays.setAll(text, at -> words.get(random.nextInt(words.size())));
            try {
                Object result = Condition.parse(String.join(" ", text)).test(MAP);
                assertThat(result == null || result instanceof Boolean || result instanceof Unfit)
                        .isTrue();
                sound++;
            } catch (TextMistake e) {
                assertThat(e.column()).isPositive();
            }
        }
        assertThat(sound).isGreaterThan(1_000);
    }

    private static String word(Object result) {
        return result == null ? "unknown" : result instanceof Unfit ? "unfit" : result.toString();
    }
}
