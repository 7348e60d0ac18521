package io.nrtstreams.sql.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.row.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonedWindowsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        // a day of 23 hours, one of 25, and one of 24
        "2026-03-29T12:00:00Z, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "2026-03-28T23:30:00Z, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "2026-10-25T12:00:00Z, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        "2026-10-24T22:00:00Z, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        "2026-07-01T21:59:59Z, 2026-06-30T22:00:00Z, 2026-07-01T22:00:00Z"
    })
    void daysFollowTheZonesMidnights(Instant time, Instant start, Instant end) {
        assertThat(only(windows(Duration.ofDays(1), Duration.ZERO), time)).isEqualTo(window(start, end));
    }

    @Test
    void hourThatClocksShowTwiceIsTwoWindows() {
        TimeWindows hours = windows(Duration.ofHours(1), Duration.ZERO);

        assertThat(only(hours, Instant.parse("2026-10-25T00:30:00Z")))
                .isEqualTo(window(Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-25T01:00:00Z")));
        assertThat(only(hours, Instant.parse("2026-10-25T01:30:00Z")))
                .isEqualTo(window(Instant.parse("2026-10-25T01:00:00Z"), Instant.parse("2026-10-25T02:00:00Z")));
    }

    @Test
    void offsetBeginsWindowsAfterMidnight() {
        TimeWindows shifts = windows(Duration.ofHours(8), Duration.ofHours(6));

        assertThat(only(shifts, Instant.parse("2026-07-01T03:59:00Z")))
                .isEqualTo(window(Instant.parse("2026-06-30T20:00:00Z"), Instant.parse("2026-07-01T04:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({"PT1H, PT0S", "PT30M, PT0S", "PT40M, PT0S", "PT1H, PT30M", "PT6H, PT0S", "P1D, PT6H", "P7D, PT0S"})
    void everyTimeIsInOneWindowAndWindowsDoNotOverlap(Duration size, Duration offset) {
        TimeWindows windows = windows(size, offset);
        for (String day : List.of("2026-03-28T12:00:00", "2026-10-24T12:00:00")) {
            long from = LocalDateTime.parse(day).atZone(BERLIN).toInstant().toEpochMilli();
            Window last = null;
            for (long time = from; time < from + Duration.ofDays(2).toMillis(); time += 60_000) {
                Window window = only(windows, Instant.ofEpochMilli(time));
                assertThat(time).isGreaterThanOrEqualTo(window.start()).isLessThan(window.end());
                if (last != null && !last.equals(window)) {
                    assertThat(window.start()).isEqualTo(last.end());
                }
                last = window;
            }
        }
    }

    @Test
    void evenWindowsAreTheSameWhateverWasAskedBefore() {
        EvenWindows remembering = new EvenWindows(10, 3, 1);
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            long time = random.nextInt(60);
            List<Window> windows = remembering.of(time);
            assertThat(windows).isEqualTo(new EvenWindows(10, 3, 1).of(time));
            assertThat(windows).allSatisfy(window -> {
                assertThat(time).isBetween(window.start(), window.end() - 1);
                assertThat(Math.floorMod(window.start(), 3L)).isEqualTo(1);
            });
            assertThat(windows).hasSizeBetween(3, 4);
        }
    }

    private static TimeWindows windows(Duration size, Duration offset) {
        return new ZonedWindows(size.toMillis(), size.toMillis(), offset.toMillis(), BERLIN);
    }

    private static Window only(TimeWindows windows, Instant time) {
        List<Window> found = windows.of(time.toEpochMilli());
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Window window(Instant start, Instant end) {
        return new Window(start.toEpochMilli(), end.toEpochMilli());
    }
}
