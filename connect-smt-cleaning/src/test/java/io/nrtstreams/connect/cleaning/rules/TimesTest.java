package io.nrtstreams.connect.cleaning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Times of text and numbers, and back. */
class TimesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "timestamp; 2022-12-03; 2022-12-03T00:00:00Z",
                "timestamp; 2022-12-03T06:45; 2022-12-03T06:45:00Z",
                "timestamp; 2022-12-03 06:45:07; 2022-12-03T06:45:07Z",
                "timestamp; 2022-12-03t06:45:07.5z; 2022-12-03T06:45:07.500Z",
                "timestamp; 2022-12-03T06:45:07.123456789+05:30; 2022-12-03T01:15:07.123Z",
                "timestamp; 2022-12-03T06:45:07-0330; 2022-12-03T10:15:07Z",
                "timestamp; 2022-12-03T06:45:07+05; 2022-12-03T01:45:07Z",
                "timestamp; 2024-02-29; 2024-02-29T00:00:00Z",
                "timestamp; 0001-01-01; 0001-01-01T00:00:00Z",
                "timestamp; 9999-12-31T23:59:59.999Z; 9999-12-31T23:59:59.999Z",
                "timestamp; 1669875330; 2022-12-01T06:15:30Z",
                "timestamp; 1669875330.25; 2022-12-01T06:15:30.250Z",
                "timestamp; 1669875330123; 2022-12-01T06:15:30.123Z",
                "timestamp; 1669875330123456; 2022-12-01T06:15:30.123Z",
                "timestamp; 1669875330123456789; 2022-12-01T06:15:30.123Z",
                "timestamp; -1; 1969-12-31T23:59:59Z",
                "timestamp; 0; 1970-01-01T00:00:00Z",
                "timestamp; -1669875330123456789; 1917-01-31T17:44:29.876Z",
                "timestamp; 2022-12-03T06:45; 2022-12-03T06:45:00Z",
                "timestamp zone 'Asia/Kolkata'; 2022-12-03T06:45; 2022-12-03T01:15:00Z",
                "timestamp zone 'Asia/Kolkata'; 2022-12-03T06:45Z; 2022-12-03T06:45:00Z",
                "timestamp zone +05:30; 2022-12-03; 2022-12-02T18:30:00Z",
                "timestamp zone-from tz; 2022-12-03 06:45; 2022-12-03T01:15:00Z",
                "timestamp 'yyyy-MM-dd H:mm' zone-from tz | to timestamp; 2022-12-03 6:45; 2022-12-03T01:15:00Z",
                "timestamp 'dd/MM/yyyy' 'MMM d, yyyy'; 03/12/2022; 2022-12-03T00:00:00Z",
                "timestamp 'dd/MM/yyyy' 'MMM d, yyyy' zone UTC locale en; Dec 3, 2022; 2022-12-03T00:00:00Z",
                "timestamp 'd. MMMM yyyy HH:mm' zone 'Europe/Berlin' locale de; 3. Dezember 2022 06:45; 2022-12-03T05:45:00Z",
                "timestamp 'yyyy-MM-dd HH:mm:ss xxx'; 2022-12-03 06:45:00 +05:30; 2022-12-03T01:15:00Z",
                "timestamp 'yyyy-MM-dd HH:mm VV'; 2022-12-03 06:45 Asia/Kolkata; 2022-12-03T01:15:00Z",
                "timestamp 'uuuu-MM-dd'; 2022-12-03; 2022-12-03T00:00:00Z",
                "timestamp 'yyyyDDD'; 2022337; 2022-12-03T00:00:00Z",
                "to timestamp; 2022-12-03; 2022-12-03T00:00:00Z",
                "timestamp zone 'Europe/Berlin'; 2023-03-26 02:30; 2023-03-26T01:30:00Z",
                "timestamp zone 'Europe/Berlin'; 2023-10-29 02:30; 2023-10-29T00:30:00Z",
                "timestamp zone 'Europe/Berlin' overlap later; 2023-10-29 02:30; 2023-10-29T01:30:00Z",
                "timestamp zone 'America/New_York'; 2023-03-12 02:30; 2023-03-12T07:30:00Z",
                "timestamp zone 'America/New_York' overlap later; 2023-11-05 01:30; 2023-11-05T06:30:00Z",
                "timestamp zone 'Australia/Lord_Howe'; 2023-10-01 02:15; 2023-09-30T15:45:00Z"
            })
    void aTimeIsAnInstant(String rules, String text, String instant) {
        assertThat(run(rules, text, Map.of("tz", "Asia/Kolkata"))).isEqualTo(Date.from(Instant.parse(instant)));
    }

    static List<Arguments> numbers() {
        return List.of(
                Arguments.of(1669875330, "2022-12-01T06:15:30Z"),
                Arguments.of(1669875330123L, "2022-12-01T06:15:30.123Z"),
                Arguments.of(1669875330123999999L, "2022-12-01T06:15:30.123Z"),
                Arguments.of(1670030994.123456, "2022-12-03T01:29:54.123Z"),
                Arguments.of(99_999_999_999L, "5138-11-16T09:46:39Z"),
                Arguments.of(100_000_000_000L, "1973-03-03T09:46:40Z"),
                Arguments.of(new BigDecimal("1669875330123456789"), "2022-12-01T06:15:30.123Z"),
                Arguments.of(-0.5, "1969-12-31T23:59:59.500Z"));
    }

    @Test
    void digitsThatMayBeADateAreNoNumberOfSeconds() {
        assertThat(run("timestamp", "20240229", Map.of())).isInstanceOf(Refused.class);
        assertThat(run("timestamp", "20240229101500", Map.of())).isInstanceOf(Refused.class);
        assertThat(run("to timestamp", "20240229", Map.of())).isInstanceOf(Refused.class);
        assertThat(run("timestamp 'yyyyMMdd'", "20240229", Map.of()))
                .isEqualTo(Date.from(Instant.parse("2024-02-29T00:00:00Z")));
    }

    @Test
    void aNumberIsReadByThePatternsThatAreGiven() {
        assertThat(run("timestamp 'yyyyMMdd'", 20240229, Map.of()))
                .isEqualTo(Date.from(Instant.parse("2024-02-29T00:00:00Z")));
        assertThat(run("timestamp 'yyyyMMdd'", 20240230L, Map.of())).isInstanceOf(Refused.class);
        assertThat(run("timestamp 'yyyyMMdd'", 2.0240229e7, Map.of())).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aNumberIsATimeByItsMagnitude(Number number, String instant) {
        assertThat(run("timestamp", number, Map.of())).isEqualTo(Date.from(Instant.parse(instant)));
        assertThat(run("to timestamp", number, Map.of())).isEqualTo(Date.from(Instant.parse(instant)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "timestamp; 2023-02-29",
                "timestamp; 2022-13-01",
                "timestamp; 2022-12-00",
                "timestamp; 2022-12-03T24:00",
                "timestamp; 2022-12-03T06:60",
                "timestamp; 2022-12-03T06:45:60",
                "timestamp; 2022-12-03T06:45.5",
                "timestamp; 2022-12-03T06:45:07.",
                "timestamp; 2022-12-03  06:45",
                "timestamp; 2022-12-03T06:45+18:00",
                "timestamp; 2022-12-03T06:45+5",
                "timestamp; 2022-12-03T06:45 UTC",
                "timestamp; 2022-12-3",
                "timestamp; 0000-01-01",
                "timestamp; +10000-01-01",
                "timestamp; 1e300",
                "timestamp; -62135596800001",
                "timestamp; \"\"",
                "timestamp; \uD83D",
                "timestamp; NaN",
                "timestamp 'yyyy-MM-dd'; 2023-02-30",
                "timestamp 'yyyy-MM-dd'; 2023-02-03x",
                "timestamp 'yyyy-MM-dd'; 12023-02-03",
                "timestamp zone-from missing; 2022-12-03",
                "timestamp zone-from wrong; 2022-12-03",
                "timestamp zone 'Europe/Berlin' gap reject; 2023-03-26 02:30",
                "timestamp zone 'Europe/Berlin' overlap reject; 2023-10-29 02:30"
            })
    void whatIsNoTimeDoesNotFit(String rules, String text) {
        assertThat(run(rules + " else null", text, Map.of("wrong", "Europe/Belrin")))
                .isNull();
    }

    @Test
    void numbersBeyondTheYearsDoNotFit() {
        for (Number number : List.of(Double.NaN, Double.POSITIVE_INFINITY, -9e10, 1e19)) {
            assertThat(run("timestamp else null", number, Map.of()))
                    .as("%s", number)
                    .isNull();
        }
    }

    @Test
    void aReasonSaysWhatWasExpected() {
        assertThat(run("timestamp 'yyyy-MM-dd' zone-from tz", "3.12.22", Map.of()))
                .isEqualTo(Refused.reject(
                        "t",
                        "timestamp 'yyyy-MM-dd' zone-from tz",
                        "expected a time written as yyyy-MM-dd, with a zone such as Europe/Berlin in tz"));
        assertThat(run("timestamp", true, Map.of()))
                .isEqualTo(Refused.reject(
                        "t", "timestamp", "expected a time, by ISO 8601 or as a number since 1970, found a boolean"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "timestamp | format 'yyyy-MM-dd' zone 'Asia/Kolkata'; 2022-12-02T20:00:00Z; 2022-12-03",
                "timestamp | format 'd. MMMM yyyy' locale de; 2022-12-03; 3. Dezember 2022",
                "timestamp | to string; 1669875330123; 2022-12-01T06:15:30.123Z"
            })
    void aTimestampIsWrittenAsText(String rules, String text, String written) {
        assertThat(run(rules, text, Map.of())).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"s,1669875330", "ms,1669875330987", "us,1669875330987000", "ns,1669875330987000000"})
    void orAsANumber(String unit, long number) {
        assertThat(run("timestamp | epoch " + unit, "2022-12-01T06:15:30.987Z", Map.of()))
                .isEqualTo(number);
        assertThat(run("timestamp | to int64", "2022-12-01T06:15:30.987Z", Map.of()))
                .isEqualTo(1669875330987L);
    }

    @Test
    void anOffsetCountsMoreThanTheZoneBesideIt() {
        String rules = "timestamp 'yyyy-MM-dd HH:mmXXX VV' overlap reject";

        assertThat(run(rules, "2022-10-30 02:30+02:00 Europe/Berlin", Map.of()))
                .isEqualTo(Date.from(Instant.parse("2022-10-30T00:30:00Z")));
        assertThat(run(rules, "2022-10-30 02:30+01:00 Europe/Berlin", Map.of()))
                .isEqualTo(Date.from(Instant.parse("2022-10-30T01:30:00Z")));
    }

    @Test
    void numbersBeyondALongAreNoTimes() {
        assertThat(run("timestamp", "9500000000000000000", Map.of())).isInstanceOf(Refused.class);
        assertThat(run("timestamp", new BigDecimal("9500000000000000000"), Map.of()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void nanosecondsReachTo2262() {
        assertThat(run("timestamp | epoch us", "9999-12-31", Map.of())).isEqualTo(253_402_214_400_000_000L);
        assertThat(run("timestamp | epoch ns else null", "2262-04-11T23:47:16.854Z", Map.of()))
                .isEqualTo(9_223_372_036_854_000_000L);
        assertThat(run("timestamp | epoch ns else null", "2262-04-11T23:47:16.855Z", Map.of()))
                .isNull();
        assertThat(run("timestamp | epoch ns else null", "2262-04-11", Map.of()))
                .isNotNull();
        assertThat(run("timestamp | epoch ns else null", "2263-01-01", Map.of()))
                .isNull();
        assertThat(run("timestamp | epoch s", "1969-12-31T23:59:59.5Z", Map.of()))
                .isEqualTo(-1L);
    }

    @Test
    void timestampsHaveARange() {
        String rules = "timestamp | range 2000-01-01..2100-01-01T00:00:00Z";

        assertThat(run(rules, "2000-01-01", Map.of())).isInstanceOf(Date.class);
        assertThat(run(rules, "1999-12-31", Map.of()))
                .isEqualTo(Refused.reject(
                        "t",
                        "range 2000-01-01..2100-01-01T00:00:00Z",
                        "expected a timestamp from 2000-01-01 to 2100-01-01T00:00:00Z"));
        assertThat(run("range 2000-01-01.. else null", 7, Map.of())).isNull();
    }

    private static @Nullable Object run(String rules, Object value, Map<String, Object> record) {
        RuleParser.Parsed parsed = RuleParser.parse(rules, RuleSettings.NONE);
        assertThat(parsed.mistakes()).isEmpty();
        return parsed.rules().orElseThrow().bind("t", null, true).run(value, Passage.of(record));
    }
}
