package io.nrtstreams.connect.s3.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    @ParameterizedTest
    @CsvSource({
        "PT1H, UTC, 2026-11-22T10:15:30Z, 2026-11-22T11:00:00Z",
        "PT1H, UTC, 2026-11-22T11:00:00Z, 2026-11-22T12:00:00Z",
        "PT24H, UTC, 2026-11-22T10:15:30Z, 2026-11-23T00:00:00Z",
        "PT24H, Europe/Berlin, 2026-11-22T10:15:30Z, 2026-11-22T23:00:00Z",
        "PT1H, Asia/Kolkata, 2026-11-22T10:15:30Z, 2026-11-22T10:30:00Z",
        "PT7H, UTC, 2026-11-22T22:00:00Z, 2026-11-23T00:00:00Z",
        "PT24H, Europe/Berlin, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "PT24H, Europe/Berlin, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        "PT6H, Europe/Berlin, 2026-10-25T21:30:00Z, 2026-10-25T22:00:00Z",
        "PT6H, Europe/Berlin, 2026-10-25T22:00:00Z, 2026-10-25T23:00:00Z"
    })
    void bordersAreCountedFromMidnight(Duration every, String zone, Instant moment, Instant border) {
        assertThat(new Schedule(every, ZoneId.of(zone)).next(moment)).isEqualTo(border);
    }
}
