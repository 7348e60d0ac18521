package io.nrtstreams.connect.mock.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Instant read(TimeTexts times, String text) {
        return Instant.EPOCH.plus(times.micros(text), ChronoUnit.MICROS);
    }

    private static TimeTexts iso(ZoneId zone) {
        return new TimeTexts(TimeUnit.S, zone, null);
    }

    @ParameterizedTest
    @CsvSource({
        "2012-01-31, 2012-01-31T00:00:00Z",
        "2012-01-31T08:05, 2012-01-31T08:05:00Z",
        "2012-01-31 08:05:09, 2012-01-31T08:05:09Z",
        "2012-01-31T08:05:09Z, 2012-01-31T08:05:09Z",
        "2012-01-31t08:05:09z, 2012-01-31T08:05:09Z",
        "2012-01-31T08:05:09.5, 2012-01-31T08:05:09.500Z",
        "2012-01-31T08:05:09.123456789Z, 2012-01-31T08:05:09.123456Z",
        "2012-01-31T08:05:09+01, 2012-01-31T07:05:09Z",
        "1992-01-01T00:00:00-0800, 1992-01-01T08:00:00Z",
        "2012-01-31T08:05:09+05:30, 2012-01-31T02:35:09Z",
        "1969-12-31T23:59:59Z, 1969-12-31T23:59:59Z",
        "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z",
        "1670030994, 2022-12-03T01:29:54Z",
        "1670030994.25, 2022-12-03T01:29:54.250Z",
    })
    void readsIsoTextsAndNumbers(String text, Instant expected) {
        assertThat(read(iso(ZoneOffset.UTC), text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "2012-02-30",
                "2012-13-01",
                "2012-01-31T",
                "2012-01-31T24:00",
                "2012-01-31T08:60",
                "2012-01-31T08:05:60",
                "2012-01-31T08:05:",
                "2012-01-31T08:05:09.",
                "2012-01-31T08:05:09+",
                "2012-01-31T08:05:09+1",
                "2012-01-31T08:05:09Zx",
                "2012-01-31x08:05",
                "2012-1-31",
                "99999999999999999999",
                "2012-01-31T08:05:09 Europe/Berlin",
                "-012-01-31T00:00"
            })
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> iso(ZoneOffset.UTC).micros(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsWhatTheJdkWrites() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1_000L);
            assertThat(read(iso(BERLIN), instant.toString())).isEqualTo(instant);
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2_161) - 1_080));
            String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(offset));
            assertThat(read(iso(BERLIN), text)).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "the clocks go on,             2022-03-27T01:59, 2022-03-27T00:59:00Z",
        "a time that is left out,      2022-03-27T02:30, 2022-03-27T01:30:00Z",
        "the hour that follows,        2022-03-27T03:30, 2022-03-27T01:30:00Z",
        "a time that comes twice,      2022-10-30T02:30, 2022-10-30T00:30:00Z",
        "after the clocks went back,   2022-10-30T03:00, 2022-10-30T02:00:00Z",
    })
    void aTimeWithoutOffsetIsOneOfTheZone(String what, String text, Instant expected) {
        assertThat(read(iso(BERLIN), text)).as(what).isEqualTo(expected);
        TimeTexts pattern = new TimeTexts(TimeUnit.S, BERLIN, TimeTexts.formatter("yyyy-MM-dd'T'HH:mm"));
        assertThat(read(pattern, text)).as(what + ", by a pattern").isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd.MM.yyyy HH:mm|31.01.2012 08:05|2012-01-31T07:05:00Z",
                "dd/MMM/yyyy:HH:mm:ss Z|31/JAN/2012:08:05:09 -0800|2012-01-31T16:05:09Z",
                "yyyyMMddHHmmssSSS|20120131080509123|2012-01-31T07:05:09.123Z",
                "uuuu-MM-dd h:mm a|2012-01-31 8:05 pm|2012-01-31T19:05:00Z",
                "dd.MM.yyyy|31.01.2012|2012-01-30T23:00:00Z",
                "yyyy-MM-dd HH:mm VV|2012-01-31 08:05 America/New_York|2012-01-31T13:05:00Z",
            })
    void readsPatterns(String pattern, String text, Instant expected) {
        assertThat(read(new TimeTexts(TimeUnit.S, BERLIN, TimeTexts.formatter(pattern)), text))
                .isEqualTo(expected);
    }

    @Test
    void aPatternIsStrictAboutDays() {
        TimeTexts times = new TimeTexts(TimeUnit.S, BERLIN, TimeTexts.formatter("dd.MM.yyyy"));
        assertThatThrownBy(() -> times.micros("30.02.2012")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"S,1,1000000", "MS,1,1000", "US,1,1", "NS,1999,1", "NS,-1,-1"})
    void countsMicrosecondsOfAUnit(TimeUnit unit, long amount, long micros) {
        assertThat(unit.toMicros(amount)).isEqualTo(micros);
    }
}
