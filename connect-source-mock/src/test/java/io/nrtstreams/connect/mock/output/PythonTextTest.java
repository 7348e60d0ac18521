package io.nrtstreams.connect.mock.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonTextTest {
    @ParameterizedTest
    @CsvFileSource(resources = "python-floats.csv")
    void printsAFloatAsPythonDoes(String bits, String repr) {
        assertThat(asFloat(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(repr);
    }

    @ParameterizedTest
    @CsvSource({"2.0E-3,0.002", "4.9E-324,5e-324", "2.0E23,2e+23", "2.2204460492503131E-16,2.220446049250313e-16"})
    void isShorterThanJavaWhereJavaIsNotShortest(double value, String repr) {
        assertThat(asFloat(value)).isEqualTo(repr);
    }

    @Test
    void everyFloatReadsBackAndIsNoLongerThanJavas() {
        Random random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            double value = Math.abs(Double.longBitsToDouble(random.nextLong()));
            if (value > 0 && value < Double.POSITIVE_INFINITY) {
                ShortestDecimal shortest = ShortestDecimal.of(value);
                assertThat(Double.parseDouble(shortest.digits() + "e" + shortest.exponent()))
                        .isEqualTo(value);
                String java = Double.toString(value).replaceAll("E.*|\\.0(?=E|$)|\\.|^0\\.0*", "");
                assertThat(Long.toString(shortest.digits()).length()).isLessThanOrEqualTo(java.length());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void onlyFiniteNumbersAboveZeroHaveDigits(double value) {
        assertThatThrownBy(() -> ShortestDecimal.of(value)).hasMessageContaining("finite numbers above 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Pune|'Pune'",
                "O'Hare|\"O'Hare\"",
                "say \"hi\"|'say \"hi\"'",
                "O'Hare \"x\"|'O\\'Hare \"x\"'",
                "back\\slash|'back\\\\slash'",
                "Zürich 東京|'Zürich 東京'"
            })
    void quotesATextAsPythonDoes(String text, String repr) {
        assertThat(PythonText.appendText(new StringBuilder(), text)).hasToString(repr);
    }

    @Test
    void escapesWhatDoesNotPrint() {
        String text = "a\nb\rc\td\0\u007f\u00a0\u200b\ue000" + Character.toString(0xE0001);
        assertThat(PythonText.appendText(new StringBuilder(), text))
                .hasToString("'a\\nb\\rc\\td\\x00\\x7f\\xa0\\u200b\\ue000\\U000e0001'");
    }

    private static String asFloat(double value) {
        return PythonText.appendFloat(new StringBuilder(), value).toString();
    }
}
