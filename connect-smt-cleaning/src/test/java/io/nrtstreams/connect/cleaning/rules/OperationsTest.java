package io.nrtstreams.connect.cleaning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.cleaning.core.Action;
import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each operation makes of what. */
class OperationsTest {
    private static final RuleSettings SETTINGS =
            new RuleSettings(Optional.of(HmacKey.of("Jefe, what do ya want for nothing?")));
    private static final String NBSP = "\u00A0";

    static List<Arguments> changes() {
        return List.of(
                is("trim", "  a b\t", "a b"),
                is("trim", NBSP + "\uFEFFa" + NBSP, "a"),
                is("trim", "   ", ""),
                is("trim", 7, 7),
                is("trim", null, null),
                is("collapse", "a  b\t\tc", "a b c"),
                is("collapse", "a\tb", "a b"),
                is("collapse", "  a ", " a "),
                is("collapse", "a" + NBSP + " b", "a b"),
                is("upper", "straße i", "STRASSE I"),
                is("lower", "ÄI", "äi"),
                is("capitalize", "pune", "Pune"),
                is("capitalize", "ǆ", "ǅ"),
                is("capitalize", "", ""),
                is("nfc", "e\u0301", "\u00E9"),
                is("nfc", "\u212B", "\u00C5"),
                is("nfc", "plain", "plain"),
                is("strip-control", "a\u0000b\r\nc\u202E", "abc"),
                is("strip-control", "\uD83D x \uDE00", " x "),
                is("strip-control", "\uD83D\uDE00\u200D\u2642", "\uD83D\uDE00\u200D\u2642"),
                is("strip-control", 7, 7),
                is("replace ' kWh$' with ''", "12 kWh", "12"),
                is("replace '([0-9]+)-([0-9]+)' with '$2/$1'", "1-2 3-4", "2/1 4/3"),
                is("replace 'a' with '\\$'", "ab", "$b"),
                is("replace 'x' with 'y'", 7, 7),
                is("replace '(?i)PUNE' with '<$0>'", "Pune", "<Pune>"),
                is("replace 'a|(b)' with '[$1]'", "ab", "[][b]"),
                is("replace 'b' with ''", "b" + "a".repeat((1 << 20) + 1), "a".repeat((1 << 20) + 1)),
                is("clamp 0..100", 101, 100),
                is("clamp 0..100", -0.5, 0.0),
                is("clamp 0.5..", 0L, 1L),
                is("clamp ..1.5", (byte) 7, (byte) 1),
                is("clamp 0..1", 0.5f, 0.5f),
                is("clamp 0..0.15", new BigDecimal("0.201"), new BigDecimal("0.150")),
                is("clamp 0..", Double.NEGATIVE_INFINITY, 0.0),
                is("mask", "secret", "******"),
                is("mask last 4", "4111111111111111", "************1111"),
                is("mask '#' first 2 last 2", "abcdef", "ab##ef"),
                is("mask first 2 last 2", "abcd", "****"),
                is("mask '\uD83D\uDE00' first 1", "日本語", "日\uD83D\uDE00\uD83D\uDE00"),
                is("mask", "", ""),
                is("mask last 2", 12345, "***45"),
                is("mask", null, null),
                is("hmac", null, null),
                is("null-if 'Null' ''", "Null", null),
                is("null-if 'Null' ''", "", null),
                is("null-if 'Null' ''", "null", "null"),
                is("null-if '-9999'", -9999, null),
                is("null-if '-9999'", -9999.0, null),
                is("null-if '-9999'", 9999L, 9999L),
                is("null-if 'NaN'", Double.NaN, null),
                is("default 'unknown'", null, "unknown"),
                is("default 'unknown'", "x", "x"),
                is("default 0", null, 0L),
                is("default 0.5", null, 0.5),
                is("default true", null, true),
                is("default unknown", null, "unknown"),
                is("default '0'", null, "0"),
                is("to int32 | default 5", null, 5),
                is("to float64 | default 5", null, 5.0),
                is("require", "x", "x"),
                is("range 0..10", 0, 0),
                is("range 0..10", 10.0, 10.0),
                is("range ..10", -1e300, -1e300),
                is("range 0..", Long.MAX_VALUE, Long.MAX_VALUE),
                is("range -80..140", null, null),
                is("range 0..10", new BigDecimal("9.99"), new BigDecimal("9.99")),
                is("enum 'on' 'off'", "on", "on"),
                is("enum '0' '1'", 1, 1),
                is("enum 'on' 'off'", null, null),
                is("regex '[A-Z]{2}'", "AB", "AB"),
                is("length 1..3", "日本語", "日本語"),
                is("length ..1", "\uD83D\uDE00", "\uD83D\uDE00"),
                is("map 'a'='b' 'b'='c'", "a", "b"),
                is("map 'it''s'='is'", "it's", "is"),
                is("map 'a'='b'", "z", "z"),
                is("map '1'='2'", 1, 1),
                is("to string", 12L, "12"),
                is("to string", true, "true"),
                is("to int32", "12", 12),
                is("to int32", "+12", 12),
                is("to int32", "-2147483648", Integer.MIN_VALUE),
                is("to int32", "1e3", 1000),
                is("to int32", "12.0", 12),
                is("to int32", 12.0, 12),
                is("to int32", 12L, 12),
                is("to int64", "9223372036854775807", Long.MAX_VALUE),
                is("to int64", "-9223372036854775808", Long.MIN_VALUE),
                is("to int64", "1234567890123456789.0", 1234567890123456789L),
                is("to int64", "-9223372036854775808.00", Long.MIN_VALUE),
                is("to int64", "1.234567890123456789e18", 1234567890123456789L),
                is("to int64", new BigDecimal("1234567890123456789.00"), 1234567890123456789L),
                is("to int64", 1152921504606846976.0, 1152921504606846976L),
                is("to int64", new BigInteger("12"), 12L),
                is("to int8", 127, (byte) 127),
                is("to int16", "-32768", (short) -32768),
                is("to float64", "9.3e-05", 9.3e-05),
                is("to float64", "0.07421675123456789", 0.07421675123456789),
                is("to float64", "1670030994.123456", 1670030994.123456),
                is("to float64", "-0", -0.0),
                is("to float64", ".5", 0.5),
                is("to float64", "5.", 5.0),
                is("to float64", "123456789012345678901234567890", 123456789012345678901234567890.0),
                is("to float64", 7, 7.0),
                is("to float32", "0.014830261", 0.014830261f),
                is("to boolean", "TRUE", true),
                is("to boolean", "no", false),
                is("to boolean", 1, true),
                is("to int32 else null", "x", null),
                is("to int32 else default 7", "x", 7),
                is("range 0..1 else null", 2, null),
                is("range 0..1 else default 1", 2, 1L),
                is("trim | upper | map 'A'='alpha'", " a ", "alpha"),
                is("null-if '' | default 'none'", "", "none"));
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @MethodSource("changes")
    void changes(String rules, Object given, Object expected) {
        assertThat(chain(rules).run(given, new Passage())).isEqualTo(expected);
    }

    static List<Arguments> refusals() {
        return List.of(
                refused("regex '(a|b)*'", "ab".repeat(200_000), "expected text that matches '(a|b)*'"),
                refused(
                        "replace '(a|b)*c' with ''",
                        "ab".repeat(200_000),
                        "expected text that the expression can be tried on, and no more than 1048576 characters afterwards"),
                refused(
                        "replace '' with 'xxxx'",
                        "a".repeat(1 << 18),
                        "expected text that the expression can be tried on, and no more than 1048576 characters afterwards"),
                refused(
                        "replace '^' with 'x'",
                        "a".repeat(1 << 20),
                        "expected text that the expression can be tried on, and no more than 1048576 characters afterwards"),
                refused("clamp 0..1", Double.NaN, "expected a number, and of a type that has one from 0 to 1"),
                refused("clamp 0..1", "1", "expected a number, and of a type that has one from 0 to 1, found text"),
                refused("mask", List.of("a"), "expected text, a number or a boolean, found a list"),
                refused("hmac", new byte[1], "expected text, a number or a boolean, found bytes"),
                refused("outlier mad 5", Double.NaN, "expected a number near the last ones of its series"),
                refused("outlier mad 5", "1", "expected a number near the last ones of its series, found text"),
                refused("require", null, "expected a value, found nothing"),
                refused("range 0..10", 10.1, "expected a number from 0 to 10"),
                refused("range 0..", -1, "expected a number of at least 0"),
                refused("range ..10", 11, "expected a number of at most 10"),
                refused("range 0..10", Double.NaN, "expected a number from 0 to 10"),
                refused("range 0..10", "5", "expected a number from 0 to 10, found text"),
                refused("enum 'on' 'off'", "ON", "expected one of 'on', 'off'"),
                refused("enum 'on'", List.of(), "expected one of 'on', found a list"),
                refused("regex '[A-Z]{2}'", "ABC", "expected text that matches '[A-Z]{2}'"),
                refused("regex '[0-9]'", 7, "expected text that matches '[0-9]', found a number"),
                refused("length 1..3", "abcd", "expected text with a length from 1 to 3 characters"),
                refused("length 1..3", true, "expected text with a length from 1 to 3 characters, found a boolean"),
                refused("to int32", "12.5", "expected a whole number that fits int32"),
                refused("to int32", 12.5, "expected a whole number that fits int32"),
                refused("to int32", " 7 ", "expected a whole number that fits int32"),
                refused("to int32", "2147483648", "expected a whole number that fits int32"),
                refused("to int32", "", "expected a whole number that fits int32"),
                refused("to int32", "-", "expected a whole number that fits int32"),
                refused("to int32", "1e999999999999", "expected a whole number that fits int32"),
                refused("to int32", true, "expected a whole number that fits int32, found a boolean"),
                refused("to int64", "9223372036854775808", "expected a whole number that fits int64"),
                refused("to int64", "-9223372036854775809", "expected a whole number that fits int64"),
                refused("to int64", 9223372036854775808.0, "expected a whole number that fits int64"),
                refused("to int64", "9223372036854775808.0", "expected a whole number that fits int64"),
                refused("to int64", "1234567890123456789.5e999999999999", "expected a whole number that fits int64"),
                refused("to int64", "1234567890123456789e-1", "expected a whole number that fits int64"),
                refused("to int64", "1234567890123456789.5", "expected a whole number that fits int64"),
                refused("to int8", 128, "expected a whole number from -128 to 127"),
                refused("to int16", 32768, "expected a whole number from -32768 to 32767"),
                refused("to float64", "1,5", "expected a number that fits float64"),
                refused("to float64", "NaN", "expected a number that fits float64"),
                refused("to float64", Double.NaN, "expected a number that fits float64"),
                refused("to float64", "Infinity", "expected a number that fits float64"),
                refused("to float64", "1e999", "expected a number that fits float64"),
                refused("to float64", "1e", "expected a number that fits float64"),
                refused("to float64", "0x1p3", "expected a number that fits float64"),
                refused("to float64", "1d", "expected a number that fits float64"),
                refused("to float64", "1.2.3", "expected a number that fits float64"),
                refused("to float64", ".", "expected a number that fits float64"),
                refused("to float32", "1e39", "expected a number that fits float32"),
                refused("to float32", 1e39, "expected a number that fits float32"),
                refused("to boolean", "junk", "expected true or false, yes or no, 1 or 0"),
                refused("to boolean", 2, "expected true or false, yes or no, 1 or 0"),
                refused("to boolean", new Date(0), "expected true or false, yes or no, 1 or 0, found a date"),
                refused("to string", new byte[1], "expected text, found bytes"));
    }

    @ParameterizedTest(name = "{0}: {1} is refused")
    @MethodSource("refusals")
    void refusals(String rules, Object given, String reason) {
        assertThat(chain(rules).run(given, new Passage())).isEqualTo(Refused.reject("usage", rules, reason));
    }

    static List<Arguments> actions() {
        return List.of(
                Arguments.of("range 0..1", Action.REJECT),
                Arguments.of("range 0..1 else reject", Action.REJECT),
                Arguments.of("range 0..1 else fail", Action.FAIL),
                Arguments.of("range 0..1 else drop", Action.DROP));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void eachRuleHasItsOwnAction(String rule, Action action) {
        assertThat(chain(rule).run(2, new Passage()))
                .isEqualTo(new Refused(action, "usage", rule, "expected a number from 0 to 1"));
    }

    @ParameterizedTest
    @MethodSource("untouched")
    void aCleanValueIsTheVerySameObject(String rules, Object given) {
        assertThat(chain(rules).run(given, new Passage())).isSameAs(given);
    }

    static List<Arguments> untouched() {
        return List.of(
                Arguments.of("trim | collapse | map 'x'='y'", new String("Pune India")),
                Arguments.of("upper", new String("ESE")),
                Arguments.of("nfc", new String("Malm\u00F6 \u65E5\u672C")),
                Arguments.of("strip-control | capitalize", new String("Pune \u65E5\u672C")),
                Arguments.of("replace 'x' with 'y' | replace 'u' with 'u'", new String("Pune")),
                Arguments.of("replace '[bc]' with 'a'", "a".repeat((1 << 20) + 1)),
                Arguments.of("clamp 0..1", Double.valueOf(0.123)),
                Arguments.of("to float64 | range 0..1", Double.valueOf(0.123)),
                Arguments.of("to int64", Long.valueOf(123456789L)),
                Arguments.of("to int32 | range 0..", Integer.valueOf(123456789)));
    }

    @ParameterizedTest
    @EnumSource(OperationKind.class)
    void theExampleOfEveryOperationIsARule(OperationKind kind) {
        RuleParser.Parsed parsed = RuleParser.parse(kind.example(), SETTINGS);

        assertThat(parsed.mistakes()).isEmpty();
        assertThat(kind.example()).contains(kind.label());
        assertThat(kind.meaning()).isNotBlank();
    }

    private static RuleChain chain(String rules) {
        RuleParser.Parsed parsed = RuleParser.parse(rules, SETTINGS);
        assertThat(parsed.mistakes()).isEmpty();
        return parsed.rules().orElseThrow().bind("usage", null, true);
    }

    private static Arguments is(String rules, Object given, Object expected) {
        return Arguments.of(rules, given, expected);
    }

    private static Arguments refused(String rules, Object given, String reason) {
        return Arguments.of(rules, given, reason);
    }
}
