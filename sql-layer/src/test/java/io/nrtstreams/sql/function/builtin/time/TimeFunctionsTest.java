package io.nrtstreams.sql.function.builtin.time;

import static io.nrtstreams.sql.function.builtin.FunctionCall.call;
import static io.nrtstreams.sql.function.builtin.FunctionCall.nullOf;
import static io.nrtstreams.sql.type.SqlTypes.BIGINT;
import static io.nrtstreams.sql.type.SqlTypes.DATE;
import static io.nrtstreams.sql.type.SqlTypes.INTEGER;
import static io.nrtstreams.sql.type.SqlTypes.STRING;
import static io.nrtstreams.sql.type.SqlTypes.TIME;
import static io.nrtstreams.sql.type.SqlTypes.TIMESTAMP;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MILLIS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.of;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.function.builtin.FunctionCall;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TimeFunctionsTest {

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    private static LocalDate on(String text) {
        return LocalDate.parse(text);
    }

    private static LocalTime when(String text) {
        return LocalTime.parse(text);
    }

    static Stream<Arguments> sumsAndDifferences() {
        return Stream.of(
                of(call("DATEADD", DAYS, 2, on("2024-02-28")), on("2024-03-01")),
                of(call("DATEADD", DAYS, -2, on("1970-01-01")), on("1969-12-30")),
                of(call("DATEADD", HOURS, 47, on("2024-02-28")), on("2024-02-29")),
                of(call("DATEADD", MILLIS, -1, on("1970-01-01")), on("1969-12-31")),
                of(call("DATEADD", MONTHS, 1, on("2024-01-31")), on("2024-02-29")),
                of(call("DATEADD", DAYS, nullOf(INTEGER), on("2024-02-28")), null),
                of(call("DATEADD", DAYS, 1, nullOf(DATE)), null),
                of(call("DATESUB", DAYS, 2, on("2024-03-01")), on("2024-02-28")),
                of(call("DATESUB", DAYS, Integer.MIN_VALUE, LocalDate.EPOCH), LocalDate.ofEpochDay(1L << 31)),
                of(call("DATESUB", MINUTES, 0, on("2024-03-01")), on("2024-03-01")),
                of(call("DATESUB", DAYS, 1, null), null),
                of(call("TIMEADD", MILLIS, 5, when("23:59:59.997")), when("00:00:00.002")),
                of(call("TIMEADD", HOURS, -1, when("00:30")), when("23:30")),
                of(call("TIMEADD", DAYS, 3, when("12:00")), when("12:00")),
                of(call("TIMEADD", SECONDS, 1, nullOf(TIME)), null),
                of(call("TIMESUB", MINUTES, 31, when("00:30")), when("23:59")),
                of(call("TIMESUB", MILLIS, -5, when("23:59:59.997")), when("00:00:00.002")),
                of(call("TIMESUB", SECONDS, nullOf(INTEGER), when("12:00")), null),
                of(call("TIMESTAMPADD", MILLIS, -5, at("1970-01-01T00:00:00.002Z")), at("1969-12-31T23:59:59.997Z")),
                of(call("TIMESTAMPADD", DAYS, 1, at("2024-02-28T10:00:00Z")), at("2024-02-29T10:00:00Z")),
                of(call("TIMESTAMPADD", MONTHS, 1, at("2024-01-31T10:00:00Z")), at("2024-02-29T10:00:00Z")),
                of(call("TIMESTAMPADD", DAYS, 1, nullOf(TIMESTAMP)), null),
                of(call("TIMESTAMPSUB", HOURS, 1, at("2024-01-01T00:30:00Z")), at("2023-12-31T23:30:00Z")),
                of(call("TIMESTAMPSUB", SECONDS, -1, Instant.EPOCH), at("1970-01-01T00:00:01Z")),
                of(call("TIMESTAMPSUB", DAYS, nullOf(INTEGER), Instant.EPOCH), null));
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                of(call("UNIX_DATE", on("1970-01-11")), 10),
                of(call("UNIX_DATE", on("1969-12-31")), -1),
                of(call("UNIX_DATE", nullOf(DATE)), null),
                of(call("FROM_DAYS", 10), on("1970-01-11")),
                of(call("FROM_DAYS", -1), on("1969-12-31")),
                of(call("FROM_DAYS", nullOf(INTEGER)), null),
                of(call("UNIX_TIMESTAMP", at("1970-01-01T00:00:01.005Z")), 1005L),
                of(call("UNIX_TIMESTAMP", at("1969-12-31T23:59:59Z")), -1000L),
                of(call("UNIX_TIMESTAMP", nullOf(TIMESTAMP)), null),
                of(call("FROM_UNIXTIME", 1005L), at("1970-01-01T00:00:01.005Z")),
                of(call("FROM_UNIXTIME", 7), at("1970-01-01T00:00:00.007Z")),
                of(call("FROM_UNIXTIME", nullOf(BIGINT)), null));
    }

    static Stream<Arguments> zones() {
        Instant noon = at("2024-07-01T12:00:00Z");
        return Stream.of(
                of(call("CONVERT_TZ", noon, "America/Los_Angeles", "America/New_York"), at("2024-07-01T15:00:00Z")),
                of(call("CONVERT_TZ", noon, "+0200", "-05:30"), at("2024-07-01T04:30:00Z")),
                of(call("CONVERT_TZ", noon, "UTC", "PST"), at("2024-07-01T05:00:00Z")),
                of(call("CONVERT_TZ", nullOf(TIMESTAMP), "UTC", "UTC"), null),
                of(call("CONVERT_TZ", noon, nullOf(STRING), "UTC"), null));
    }

    static Stream<Arguments> formatted() {
        Instant noon = at("2024-07-01T12:00:00.250Z");
        return Stream.of(
                of(call("FORMAT_DATE", on("2024-02-28"), "dd/MM/yyyy"), "28/02/2024"),
                of(call("FORMAT_DATE", on("2024-02-28"), "EEE d MMM"), "Wed 28 Feb"),
                of(call("FORMAT_DATE", on("2024-02-28"), "yyyy-MM-dd'T'"), "2024-02-28T"),
                of(call("FORMAT_DATE", nullOf(DATE), "yyyy"), null),
                of(call("DATETOSTRING", 10, "yyyy-MM-dd"), "1970-01-11"),
                of(call("DATETOSTRING", -1, "dd.MM.yy"), "31.12.69"),
                of(call("DATETOSTRING", nullOf(INTEGER), "yyyy"), null),
                of(call("FORMAT_TIME", when("09:05"), "HH.mm.ss"), "09.05.00"),
                of(call("FORMAT_TIME", when("21:05:00.007"), "hh:mm a SSS"), "09:05 PM 007"),
                of(call("FORMAT_TIME", when("09:05"), nullOf(STRING)), null),
                of(call("FORMAT_TIMESTAMP", noon, "yyyy-MM-dd HH:mm:ss.SSS"), "2024-07-01 12:00:00.250"),
                of(call("FORMAT_TIMESTAMP", noon, "HH:mm zzz", "America/Los_Angeles"), "05:00 PDT"),
                of(call("FORMAT_TIMESTAMP", noon, "HH:mm XXX", "+02:00"), "14:00 +02:00"),
                of(call("FORMAT_TIMESTAMP", noon, "HH:mm", nullOf(STRING)), null),
                of(call("FORMAT_TIMESTAMP", nullOf(TIMESTAMP), "HH:mm"), null),
                of(call("TIMESTAMPTOSTRING", 1000L, "yyyy-MM-dd HH:mm:ss"), "1970-01-01 00:00:01"),
                of(call("TIMESTAMPTOSTRING", 0L, "HH:mm zzz", "Europe/Berlin"), "01:00 CET"),
                of(call("TIMESTAMPTOSTRING", nullOf(BIGINT), "HH"), null));
    }

    static Stream<Arguments> parsed() {
        return Stream.of(
                of(call("PARSE_DATE", "28/02/2024", "dd/MM/yyyy"), on("2024-02-28")),
                of(call("PARSE_DATE", "03-JAN-2022", "dd-MMM-yyyy"), on("2022-01-03")),
                of(call("PARSE_DATE", "jan-2022", "MMM-yyyy"), on("2022-01-01")),
                of(call("PARSE_DATE", "2022", "yyyy"), on("2022-01-01")),
                of(call("PARSE_DATE", "07-04", "MM-dd"), on("1970-07-04")),
                of(call("PARSE_DATE", "2024-060", "yyyy-DDD"), on("2024-02-29")),
                of(call("PARSE_DATE", nullOf(STRING), "yyyy"), null),
                of(call("STRINGTODATE", "1970-01-11", "yyyy-MM-dd"), 10),
                of(call("STRINGTODATE", "31.12.1969", "dd.MM.yyyy"), -1),
                of(call("STRINGTODATE", "2024", nullOf(STRING)), null),
                of(call("PARSE_TIME", "09.05", "HH.mm"), when("09:05")),
                of(call("PARSE_TIME", "9:05:07.5 pm", "h:mm:ss.S a"), when("21:05:07.500")),
                of(call("PARSE_TIME", "T21", "'T'HH"), when("21:00")),
                of(call("PARSE_TIME", "05:07", "mm:ss"), when("00:05:07")),
                of(call("PARSE_TIME", nullOf(STRING), "HH"), null),
                of(call("PARSE_TIMESTAMP", "2024-07-01 12:00", "yyyy-MM-dd HH:mm"), at("2024-07-01T12:00:00Z")),
                of(
                        call("PARSE_TIMESTAMP", "2024-07-01 12:00", "yyyy-MM-dd HH:mm", "America/Los_Angeles"),
                        at("2024-07-01T19:00:00Z")),
                of(
                        call("PARSE_TIMESTAMP", "2024-07-01T12:00:00 PST", "yyyy-MM-dd'T'HH:mm:ss zzz", "UTC"),
                        at("2024-07-01T19:00:00Z")),
                of(
                        call("PARSE_TIMESTAMP", "2024-07-01T12:00:00.2+0200", "yyyy-MM-dd'T'HH:mm:ss.SX"),
                        at("2024-07-01T10:00:00.200Z")),
                of(call("PARSE_TIMESTAMP", "2024-07-01 24:00", "yyyy-MM-dd HH:mm"), at("2024-07-02T00:00:00Z")),
                of(call("PARSE_TIMESTAMP", "2024", "yyyy"), at("2024-01-01T00:00:00Z")),
                of(call("PARSE_TIMESTAMP", "17", "HH"), at("1970-01-01T17:00:00Z")),
                of(call("PARSE_TIMESTAMP", nullOf(STRING), "yyyy"), null),
                of(call("PARSE_TIMESTAMP", "2024", "yyyy", nullOf(STRING)), null),
                of(call("STRINGTOTIMESTAMP", "1970-01-01 00:00:01", "yyyy-MM-dd HH:mm:ss"), 1000L),
                of(call("STRINGTOTIMESTAMP", "1970-01-01", "yyyy-MM-dd", "Europe/Berlin"), -3_600_000L),
                of(call("STRINGTOTIMESTAMP", nullOf(STRING), "yyyy"), null));
    }

    @ParameterizedTest
    @MethodSource({"sumsAndDifferences", "numbers", "zones", "formatted", "parsed"})
    void gives(FunctionCall call, Object expected) {
        assertThat(call.value()).isEqualTo(expected);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                of(call("PARSE_DATE", "x2024", "yyyy"), "does not match the pattern from character 1"),
                of(call("PARSE_DATE", "2024-01-01 10", "yyyy-MM-dd HH"), "a date has no "),
                of(call("PARSE_TIME", "2024 10", "yyyy HH"), "a time has no "),
                of(call("PARSE_DATE", "02-30", "MM-dd"), "there is no such date"),
                of(call("PARSE_TIMESTAMP", "2024", "yyyy", "Mars/Base"), "no such time zone"),
                of(call("CONVERT_TZ", Instant.EPOCH, "UTC", "Mars/Base"), "no such time zone"),
                of(call("FORMAT_DATE", LocalDate.EPOCH, "{"), "{"),
                of(call("FORMAT_DATE", LocalDate.EPOCH, "HH"), "HourOfDay"));
    }

    @ParameterizedTest
    @MethodSource
    void failures(FunctionCall call, String message) {
        assertThatThrownBy(call::value).isInstanceOf(RuntimeException.class).hasMessageContaining(message);
    }

    @Test
    void aTextThatDoesNotMatchIsNotQuoted() {
        assertThatThrownBy(call("PARSE_DATE", "secret", "yyyy")::value)
                .message()
                .doesNotContain("secret");
    }

    static Stream<FunctionCall> refusedCalls() {
        return Stream.of(
                call("DATEADD", LocalDate.EPOCH, 5, LocalDate.EPOCH),
                call("TIMEADD", LocalTime.NOON, 5, LocalTime.NOON),
                call("TIMESTAMPSUB", Instant.EPOCH, 5, Instant.EPOCH),
                call("DATEADD", DAYS, 5, 5),
                call("FROM_DAYS", 5L),
                call("FORMAT_TIMESTAMP", 5L, "yyyy"),
                call("PARSE_DATE", "2024"));
    }

    @ParameterizedTest
    @MethodSource
    void refusedCalls(FunctionCall call) {
        assertThatThrownBy(call::type).isInstanceOf(SqlException.class);
    }

    @Test
    void nowAndTodayComeFromTheClock() {
        Clock clock = Clock.fixed(at("2024-02-28T23:59:59.999Z"), ZoneOffset.ofHours(12));
        assertThat(new UnixTimestamp(clock).now()).isEqualTo(1_709_164_799_999L);
        assertThat(new UnixDate(clock).today()).isEqualTo(19_781);
        assertThat(call("UNIX_TIMESTAMP").type()).isEqualTo(BIGINT);
        assertThat(call("UNIX_DATE").type()).isEqualTo(INTEGER);
        assertThat(TimeFunctions.all()).hasSize(21);
    }
}
