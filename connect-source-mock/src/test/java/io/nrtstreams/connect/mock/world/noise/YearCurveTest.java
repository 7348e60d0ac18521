package io.nrtstreams.connect.mock.world.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class YearCurveTest {
    private static double part(LocalDate day) {
        return YearCurve.part(day.atStartOfDay().toEpochSecond(ZoneOffset.UTC));
    }

    @Test
    void theYearIsThatOfTheCalendarWithinADayOrSo() {
        for (int year = 1971; year < 2100; year += 3) {
            double first = part(LocalDate.of(year, 1, 1));
            assertThat(Math.min(first, 1 - first) * YearCurve.DAYS).isLessThan(1.6);
            assertThat(part(LocalDate.of(year, 7, 2))).isCloseTo(0.5, within(0.005));
        }
    }

    @Test
    void theCurveGoesThroughTheMiddlesOfTheMonthsAndOnFromDecemberToJanuary() {
        YearCurve curve = YearCurve.ofMonths(1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1, 0);
        assertThat(curve.at(0.5 / 12)).isCloseTo(1, within(0.01));
        assertThat(curve.at(5.5 / 12)).isCloseTo(6, within(0.01));
        assertThat(curve.at(11.5 / 12)).isCloseTo(0, within(0.01));
        assertThat(curve.at(0)).isCloseTo(curve.at(Math.nextDown(1.0)), within(1e-9));
        assertThat(curve.at(0)).isBetween(0.3, 0.7);
    }

    @Test
    void aDayHasTheValuesOfItsFullHoursAndIsStraightInBetween() {
        DayCurve day =
                DayCurve.ofHundredths(100, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 40);
        assertThat(day.at(0)).isEqualTo(1);
        assertThat(day.at(0.5)).isEqualTo(0.75);
        assertThat(day.at(23.5)).isCloseTo(0.7, within(1e-12));
        assertThatThrownBy(() -> DayCurve.ofHundredths(1, 2))
                .hasMessage("expected the values of 24 hours, but there are 2");
    }
}
