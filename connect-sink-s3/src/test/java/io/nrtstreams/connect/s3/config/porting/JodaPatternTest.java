package io.nrtstreams.connect.s3.config.porting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.s3.path.PathTemplate;
import io.nrtstreams.connect.s3.path.TimeSettings;
import io.nrtstreams.connect.s3.path.TimestampSource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JodaPatternTest {
    private static String folder(String pattern, String time) {
        TimeSettings berlin = new TimeSettings(ZoneId.of("Europe/Berlin"), Locale.ENGLISH);
        PathTemplate template =
                PathTemplate.parse(JodaPattern.parse(pattern).template(), new TimestampSource.OfRecord(), berlin);
        long millis = Instant.parse(time).toEpochMilli();
        return template.render(new SinkRecord("t", 0, null, null, null, null, 0, millis, TimestampType.CREATE_TIME));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'year'=YYYY/'month'=MM/'day'=dd/'hour'=HH | year={timestamp:yyyy}/month={timestamp:MM}/day={timestamp:dd}/hour={timestamp:HH}",
                "'dt'=YYYY-MM-dd          | dt={timestamp:yyyy-MM-dd}",
                "YYYYMMdd                 | {timestamp:yyyyMMdd}",
                "YYYY-MM-dd'T'HH:mm       | {timestamp:yyyy-MM-dd}T{timestamp:HH}:{timestamp:mm}",
                "'at'-HH-'o''clock'       | at-{timestamp:HH}-o'clock",
                "HH''mm                   | {timestamp:HH}'{timestamp:mm}",
                "YYYY/D                   | {timestamp:yyyy}/{timestamp:D}",
                "MMMMM/EEEEE/EE           | {timestamp:MMMM}/{timestamp:EEEE}/{timestamp:EE}",
                "hhaa                     | {timestamp:hha}",
            })
    void lettersAreTranslatedAndTextsAreKept(String pattern, String template) {
        assertThat(JodaPattern.parse(pattern).template()).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "2024-12-30T12:00:00Z | 'year'=YYYY/'month'=MM/'day'=dd | year=2024/month=12/day=30",
                "2025-12-31T23:30:00Z | 'year'=YYYY/'month'=MM/'day'=dd | year=2026/month=01/day=01",
                "2021-01-01T12:00:00Z | YYYY-DDD                        | 2021-001",
                "2026-10-25T00:30:00Z | HH                              | 02",
                "2026-10-25T01:30:00Z | HH                              | 02",
                "2026-11-22T23:05:06Z | MMM-d-kk-K-h-aa-ss-SSS          | Nov-23-24-0-12-AM-06-000",
            })
    void theYearIsThatOfTheDateAlsoAroundNewYear(String time, String pattern, String folder) {
        assertThat(folder(pattern, time)).isEqualTo(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "YYYY/ww  | at column 6: w (week) has no equal here",
                "xxxx     | at column 1: x (year of the week) has no equal here",
                "e        | at column 1: e (day of the week, number) has no equal here",
                "CC       | at column 1: C (century of era) has no equal here: write the year",
                "HH/ZZZ   | at column 4: Z (offset or id of the zone) has no equal here",
                "z        | at column 1: z (name of the zone) has no equal here",
                "ddd      | at column 1: d (day of month) is known here up to 2 times in a row",
                "year=YY  | at column 2: e (day of the week, number) has no equal here",
                "ratio    | at column 1: r is no letter of a date pattern; a text stands in quotes",
                "'open    | at column 1: expected a closing quote for this one",
                "YYYY{}   | at column 5: a brace cannot stand in a folder here",
            })
    void whatHasNoEqualIsRefusedWithItsColumn(String pattern, String message) {
        assertThatThrownBy(() -> JodaPattern.parse(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void everyLetterOfJodaIsKnown() {
        assertThat(JodaLetter.ALL.stream().map(JodaLetter::joda))
                .containsExactlyInAnyOrder(
                        'G', 'C', 'Y', 'x', 'w', 'e', 'E', 'y', 'D', 'M', 'd', 'a', 'K', 'h', 'H', 'k', 'm', 's', 'S',
                        'z', 'Z');
    }

    @Test
    void theFinestLetterSaysHowOftenTheTextChanges() {
        assertThat(JodaPattern.parse("YYYY/MM").finest()).isEqualTo(Duration.ofDays(1));
        assertThat(JodaPattern.parse("HH/YYYY").finest()).isEqualTo(Duration.ofHours(1));
        assertThat(JodaPattern.parse("HH-mm").finest()).isEqualTo(Duration.ofMinutes(1));
    }
}
