package io.nrtstreams.connect.s3.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.s3.format.BadRecordException;
import io.nrtstreams.connect.s3.path.TimeReader.EpochUnit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PathTemplateTest {
    private static final TimeSettings UTC = new TimeSettings(ZoneOffset.UTC, Locale.ENGLISH);
    private static final Instant NEW_YEAR = Instant.parse("2025-12-31T23:30:00.5Z");

    private static SinkRecord record(Object value) {
        ConnectHeaders headers = new ConnectHeaders();
        headers.addString("tenant", "old");
        headers.addString("tenant", "acme");
        return new SinkRecord(
                "devices",
                3,
                null,
                Map.of("id", 9),
                null,
                value,
                42,
                NEW_YEAR.toEpochMilli(),
                TimestampType.CREATE_TIME,
                headers);
    }

    private static String render(String template, Object value) {
        return PathTemplate.parse(template, new TimestampSource.OfRecord(), UTC).render(record(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                   | ''",
                "all                                  | all",
                "{topic}/p{partition}                 | devices/p3",
                "dt={timestamp:yyyy-MM-dd}/h={timestamp:HH} | dt=2025-12-31/h=23",
                "{timestamp:yyyy/MM/dd}               | 2025/12/31",
                "{timestamp:EEE HH:mm}                | Wed 23%3A30",
                "{timestamp:ss.SSS}                   | 00.500",
                "city={value.loc.name}                | city=New York",
                "{key.id}-{header.tenant}             | 9-acme",
                "{header.none}/{value.none}           | __HIVE_DEFAULT_PARTITION__/__HIVE_DEFAULT_PARTITION__",
                "{value.`a.b}`}                       | dotted",
                "{value.price}/{value.flag}           | 0.10/true",
            })
    void aTemplateMixesTextAndWhatTheRecordHas(String template, String path) {
        Map<String, Object> value = Map.of(
                "loc", Map.of("name", "New York"), "a.b}", "dotted", "price", new BigDecimal("0.10"), "flag", true);
        assertThat(render(template, value)).isEqualTo(path);
    }

    record Escape(String value, String step) {}

    static List<Escape> escapes() {
        return List.of(
                new Escape("a/b", "a%2Fb"),
                new Escape("..", "%2E%2E"),
                new Escape(".", "%2E"),
                new Escape("...", "..."),
                new Escape("", "__HIVE_DEFAULT_PARTITION__"),
                new Escape("100%", "100%25"),
                new Escape("a=b:c?d*e", "a%3Db%3Ac%3Fd%2Ae"),
                new Escape("\"#'\\{[]^}", "%22%23%27%5C%7B%5B%5D%5E}"),
                new Escape("\u0000\t\n\u007f", "%00%09%0A%7F"),
                new Escape("Zürich €", "Zürich €"),
                new Escape("\ud800x\uffff", "\ufffdx\ufffd"));
    }

    @ParameterizedTest
    @MethodSource("escapes")
    void valuesAreEscapedTheHiveWay(Escape escape) {
        assertThat(render("{value.v}", Map.of("v", escape.value()))).isEqualTo(escape.step());
    }

    @Test
    void dotsThatOnlyTogetherMakeAStepAreDisarmed() {
        assertThat(render(".{value.v}/x", Map.of("v", "."))).isEqualTo("%2E%2E/x");
    }

    @Test
    void aLongValueIsCutAndKeepsApartFromItsLike() {
        String a = render("{value.v}", Map.of("v", "ü/".repeat(5000) + "a"));
        String b = render("{value.v}", Map.of("v", "ü/".repeat(5000) + "b"));

        assertThat(a).isNotEqualTo(b).matches("(ü%2F)+ü?(%2F)?~[0-9a-f]{16}");
        assertThat(a.getBytes(java.nio.charset.StandardCharsets.UTF_8).length).isBetween(180, 200);
        assertThat(render("{value.v}", Map.of("v", "x".repeat(200)))).isEqualTo("x".repeat(200));
    }

    @Test
    void datesFollowTheZoneAndTheLocale() {
        TimeSettings german = new TimeSettings(ZoneId.of("Europe/Berlin"), Locale.GERMAN);
        PathTemplate template = PathTemplate.parse("{timestamp:yyyy-MMMM-dd}", new TimestampSource.OfRecord(), german);

        assertThat(template.render(record(null))).isEqualTo("2026-Januar-01");
    }

    record Time(Object value, String hour) {}

    static List<Time> times() {
        return List.of(
                new Time(Date.from(NEW_YEAR), "2025-12-31T23"),
                new Time(NEW_YEAR.toEpochMilli(), "2025-12-31T23"),
                new Time("2025-12-31T23:30:00Z", "2025-12-31T23"),
                new Time("2025-12-31T23:30:00.123456+05:30", "2025-12-31T18"),
                new Time("2025-12-31T23:30:00.1Z", "2025-12-31T23"),
                new Time("2025-12-31T23:30:00.1234567Z", "2025-12-31T23"),
                new Time("2025-12-31 23:30", "2025-12-31T23"),
                new Time("2025-12-31", "2025-12-31T00"));
    }

    @ParameterizedTest
    @MethodSource("times")
    void aTimeMayComeFromAField(Time time) {
        PathTemplate template = PathTemplate.parse(
                "{timestamp:yyyy-MM-dd'T'HH}", TimestampSource.parse("field:at", TimeReader.iso(EpochUnit.MS)), UTC);

        assertThat(template.render(record(Map.of("at", time.value())))).isEqualTo(time.hour());
        assertThat(template.render(record(new HashMap<>()))).isEqualTo("__HIVE_DEFAULT_PARTITION__");
    }

    @Test
    void aFieldThatIsNoTimeIsRefusedWithoutShowingIt() {
        PathTemplate template = PathTemplate.parse(
                "{timestamp:HH}", TimestampSource.parse("field:at", TimeReader.iso(EpochUnit.MS)), UTC);

        assertThatThrownBy(() -> template.render(record(Map.of("at", "yesterday"))))
                .isInstanceOf(BadRecordException.class)
                .hasMessageContaining("the field at of timestamp.source is no time")
                .hasMessageNotContaining("yesterday");
    }

    @Test
    void aValueWithFieldsIsNoFolder() {
        assertThatThrownBy(() -> render("{value.loc}", Map.of("loc", Map.of("name", "x"))))
                .isInstanceOf(BadRecordException.class)
                .hasMessageContaining("{value.loc} of partition.by is not a single value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/a                     | at column 1: expected no slash at either end",
                "a/                     | at column 3: expected no slash at either end",
                "a//b                   | at column 3: expected no slash",
                "a/../b                 | at column 3: expected no slash at either end, no two in a row, and no step",
                "dt={timestamp:yyyy     | at column 4: expected a closing brace",
                "a}                     | at column 2: this closes no placeholder",
                "x/{valeu.a}            | did you mean value?",
                "x/{value}              | at column 3: expected a field, as in {value.category}",
                "{timestamp}            | expected a pattern, as in {timestamp:yyyy-MM-dd}",
                "{timestamp:YYYY-MM-dd} | at column 1: Y is the year of the week",
                "{timestamp:yyyy/}      | without an empty step",
                "{timestamp:bb}         | at column 1",
                "{value.a..b}           | expected a field name at column 3",
                "a\\b                   | expected no control character and no backslash",
            })
    void aMistakeInATemplateIsToldWithItsColumn(String template, String message) {
        assertThatThrownBy(() -> PathTemplate.parse(template, new TimestampSource.OfRecord(), UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aWallClockIsRefusedWithTheReason() {
        assertThatThrownBy(() -> TimestampSource.parse("wallclock", TimeReader.iso(EpochUnit.MS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stores it twice; use record, or field:<path>");
    }
}
