package io.nrtstreams.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChartsTest {
    static List<Arguments> ranges() {
        return List.of(
                Arguments.of(0, 0.149, List.of(0.0, 0.05, 0.1, 0.15)),
                Arguments.of(1910, 3990, List.of(1500.0, 2000.0, 2500.0, 3000.0, 3500.0, 4000.0)),
                Arguments.of(-3, 3, List.of(-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0)),
                Arguments.of(5, 5, List.of(2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0)));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void ticksAreRoundAndEncloseTheValues(double least, double greatest, List<Double> ticks) {
        List<Double> found = Scale.nice(least, greatest, 0, 100).ticks();

        assertThat(found).hasSameSizeAs(ticks);
        for (int i = 0; i < ticks.size(); i++) {
            assertThat(found.get(i)).isCloseTo(ticks.get(i), within(1e-9));
        }
    }

    @Test
    void valuesAreMappedInAStraightLineAlsoUpwards() {
        Scale up = new Scale(10, 20, 300, 100);

        assertThat(up.at(10)).isEqualTo(300);
        assertThat(up.at(15)).isEqualTo(200);
        assertThat(up.at(20)).isEqualTo(100);
    }

    @Test
    void aWeekHasATickADayAtLocalMidnight() {
        double monday = Instant.parse("1992-01-13T08:00:00Z").getEpochSecond();
        List<TimeTicks.Tick> ticks = TimeTicks.between(monday, monday + 6 * 86400, ZoneOffset.ofHours(-8), 9);

        assertThat(ticks).hasSize(7);
        assertThat(ticks.get(0)).isEqualTo(new TimeTicks.Tick(monday, "Mon 13 Jan"));
    }

    @Test
    void aDayHasATickEveryThreeHours() {
        double midnight = Instant.parse("1992-01-15T08:00:00Z").getEpochSecond();

        assertThat(TimeTicks.between(midnight, midnight + 23 * 3600, ZoneOffset.ofHours(-8), 9))
                .extracting(TimeTicks.Tick::label)
                .containsExactly("00:00", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00");
    }

    @Test
    void aNarrowAxisHasFewerTicks() {
        double midnight = Instant.parse("1992-01-15T08:00:00Z").getEpochSecond();

        assertThat(TimeTicks.between(midnight, midnight + 23 * 3600, ZoneOffset.ofHours(-8), 4))
                .extracting(TimeTicks.Tick::label)
                .containsExactly("00:00", "06:00", "12:00", "18:00");
    }

    @ParameterizedTest
    @CsvSource({"-08:00, UTC-8", "+05:30, UTC+5:30", "Z, UTC", "+11:00, UTC+11"})
    void offsetsAreWrittenAsPeopleDo(String offset, String words) {
        assertThat(TimeTicks.inWords(ZoneOffset.of(offset))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0161, 3, 0.0161",
        "3132.369, 5, '3,132.4'",
        "-11.13312, 5, -11.133",
        "1234567, 3, '1,230,000'",
        "0, 5, 0",
        "100, 3, 100",
        "0.000000001, 3, 0",
        "-0.000000001, 3, 0",
        "NaN, 3, n/a"
    })
    void numbersHaveSoManySignificantDigitsAndNoExponent(double value, int digits, String text) {
        assertThat(Numbers.significant(value, digits)).isEqualTo(text);
    }

    @Test
    void textOfDataCannotBecomeMarkup() {
        assertThat(Html.escape("<b a='1' c=\"2\">&")).isEqualTo("&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;");
    }
}
