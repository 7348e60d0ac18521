package io.nrtstreams.connect.cleaning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What clamp makes of numbers at the edges of their types. */
class ClampTest {
    static List<Arguments> changes() {
        return List.of(
                Arguments.of("clamp ..9007199254740993", 9007199254740994L, 9007199254740993L),
                Arguments.of("clamp 9007199254740993..", 9007199254740992L, 9007199254740993L),
                Arguments.of("clamp ..9223372036854775806", Long.MAX_VALUE, Long.MAX_VALUE - 1),
                Arguments.of("clamp -1e30..1e30", Long.MIN_VALUE, Long.MIN_VALUE),
                Arguments.of("clamp ..200", (byte) 127, (byte) 127),
                Arguments.of("clamp ..40000", (short) 7, (short) 7),
                Arguments.of("clamp -1.5..1.5", -9, -1),
                Arguments.of("clamp ..0.1", 0.1f, Math.nextDown(0.1f)),
                Arguments.of("clamp 0.3..", 0f, 0.3f),
                Arguments.of("clamp ..1e300", Float.POSITIVE_INFINITY, Float.MAX_VALUE),
                Arguments.of("clamp ..0.15", new BigDecimal("0.16"), new BigDecimal("0.15")));
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @MethodSource("changes")
    void aNumberIsTakenToTheNearestOneWithinThatItsTypeHolds(String rule, Object given, Object expected) {
        RuleChain rules = bound(rule);

        assertThat(rules.run(given, new Passage())).isEqualTo(expected);
        assertThat(rules.run(expected, new Passage())).as("once more").isSameAs(expected);
    }

    static List<Arguments> refusals() {
        return List.of(
                Arguments.of("clamp 200..", (byte) 5, "of at least 200"),
                Arguments.of("clamp ..-40000", (short) 5, "of at most -40000"),
                Arguments.of("clamp 3000000000..", 5, "of at least 3000000000"),
                Arguments.of("clamp 1e30..", Long.MAX_VALUE, "of at least 1e30"),
                Arguments.of("clamp 0.2..0.8", 0, "from 0.2 to 0.8"),
                Arguments.of("clamp 0.2..0.8", 1L, "from 0.2 to 0.8"),
                Arguments.of("clamp 1e300..", 5f, "of at least 1e300"),
                Arguments.of("clamp 0.15..0.15", new BigDecimal("0.2"), "from 0.15 to 0.15"),
                Arguments.of("clamp 1..", new BigDecimal("1e-999999999"), "of at least 1"),
                Arguments.of("clamp ..1", BigInteger.TEN, "of at most 1"));
    }

    @ParameterizedTest(name = "{0}: {1} is refused")
    @MethodSource("refusals")
    void aNumberWhoseTypeHoldsNoneWithinIsRefusedAndNeverWrapped(String rule, Object given, String shown) {
        assertThat(bound(rule).run(given, new Passage()))
                .isEqualTo(Refused.reject("usage", rule, "expected a number, and of a type that has one " + shown));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "to int8 | clamp 200..; at column 17: expected bounds that hold a whole number from -128 to 127, since the field is int8 here",
                "to int16 | clamp ..-40000; at column 18: expected bounds that hold a whole number from -32768 to 32767, since",
                "to int64 | clamp 1e30..; at column 18: expected bounds that hold a whole number that fits int64, since",
                "to int32 | clamp 0.2..0.8; at column 18: expected bounds that hold a whole number that fits int32, since"
            })
    void boundsThatHoldNoValueOfTheFieldsTypeAreAMistake(String rules, String mistake) {
        assertThat(RuleParser.parse(rules, RuleSettings.NONE).mistakes())
                .singleElement()
                .satisfies(found -> assertThat(found.getMessage()).startsWith(mistake));
    }

    private static RuleChain bound(String rule) {
        return RuleParser.parse(rule, RuleSettings.NONE).rules().orElseThrow().bind("usage", null, true);
    }
}
