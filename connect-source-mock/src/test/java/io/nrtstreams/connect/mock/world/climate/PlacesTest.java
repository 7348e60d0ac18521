package io.nrtstreams.connect.mock.world.climate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.mock.feed.City;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacesTest {
    @Test
    void aPlaceIsFoundByItsQueryAndByItsName() {
        assertThat(Places.named("Pune India")).isEqualTo(Places.named("Pune")).isEqualTo(City.ALL.get(2));
        assertThatThrownBy(() -> Places.named("Atlantis"))
                .hasMessage(
                        "there is no such place; the places are Fullerton US, Los Angeles US, Pune India, Mumbai India");
    }

    @Test
    void theDevicesOfAKindGoRoundThePlacesAsTheFirstHousesDo() {
        assertThat(IntStream.range(0, 5)
                        .mapToObj(nth -> City.ALL.get(Places.ofDevice(nth)).name()))
                .containsExactly("Pune", "Fullerton", "Los Angeles", "Mumbai", "Pune");
    }

    @Test
    void clocksShowTheLocalTimeOfTheTimeZoneData() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 50_000; i++) {
            int place = random.nextInt(City.ALL.size());
            // From 1953 to 2112: before, within and behind the table.
            long second = random.nextLong(-500_000_000L, 4_500_000_000L);
            assertClock(place, second);
        }
    }

    @Test
    void clocksChangeToSummerTimeAndBackToTheSecond() {
        for (String change : new String[] {"2022-03-13T10:00:00Z", "2022-11-06T09:00:00Z"}) {
            long second = Instant.parse(change).getEpochSecond();
            for (long near = second - 2; near <= second + 2; near++) {
                assertClock(Places.index("Fullerton"), near);
            }
        }
    }

    private static void assertClock(int place, long second) {
        ZonedDateTime there = Instant.ofEpochSecond(second)
                .atZone(ZoneId.of(City.ALL.get(place).zone()));
        WallClock clock = Places.clock(place);
        assertThat(clock.offset(second)).isEqualTo(there.getOffset().getTotalSeconds());
        assertThat(clock.local(second)).isEqualTo(second + there.getOffset().getTotalSeconds());
        assertThat(clock.midnight(second))
                .isEqualTo(there.truncatedTo(ChronoUnit.DAYS).toEpochSecond());
    }

    @Test
    void saturdaysAndSundaysAreWeekends() {
        for (LocalDate day = LocalDate.of(1969, 12, 20); day.getYear() < 1972; day = day.plusDays(1)) {
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            assertThat(WallClock.isWeekend(day.toEpochDay())).isEqualTo(weekend);
        }
    }
}
