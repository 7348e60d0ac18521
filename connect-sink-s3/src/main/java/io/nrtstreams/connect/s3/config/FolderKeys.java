package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Validators;
import io.nrtstreams.connect.s3.delivery.RecordTimes;
import io.nrtstreams.connect.s3.path.PathTemplate;
import io.nrtstreams.connect.s3.path.TimeReader;
import io.nrtstreams.connect.s3.path.TimeReader.EpochUnit;
import io.nrtstreams.connect.s3.path.TimeSettings;
import io.nrtstreams.connect.s3.path.TimestampSource;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The keys that say which folder a record goes to. */
final class FolderKeys {
    static final String PARTITION_BY = "partition.by";
    static final String TIMESTAMP_SOURCE = "timestamp.source";
    static final String TIMESTAMP_UNIT = "timestamp.unit";
    static final String TIMESTAMP_PATTERN = "timestamp.pattern";
    static final String TIMEZONE = "timezone";
    static final String LOCALE = "locale";

    private FolderKeys() {}

    static List<Key> keys() {
        return List.of(
                Key.string(PARTITION_BY)
                        .defaultsTo("partition={partition}")
                        .importance(Importance.HIGH)
                        .validator(Validators.checking("a path template", FolderKeys::template))
                        .doc("Folder of a record below its topic: text and `{topic}`, `{partition}`,"
                                + " `{timestamp:<pattern>}`, `{value.<path>}`, `{key}`, `{key.<path>}`,"
                                + " `{header.<name>}`, e.g. `dt={timestamp:yyyy-MM-dd}/city={value.location.name}`."),
                Key.string(TIMESTAMP_SOURCE)
                        .defaultsTo("record")
                        .validator(Validators.checking("record, or field:<path>", FolderKeys::source))
                        .doc("Time of a record, for `{timestamp:…}` and `rotate.record.time`: `record` for the Kafka"
                                + " timestamp, or `field:<path>` for a field of the value (a number, a Connect timestamp,"
                                + " or text)."),
                Key.string(TIMESTAMP_UNIT)
                        .defaultsTo("ms")
                        .validator(Validators.oneOf("s", "ms", "us", "ns"))
                        .doc("What a number in the field of `timestamp.source` counts since 1970-01-01T00:00Z: `s`,"
                                + " `ms`, `us` or `ns`."),
                Key.string(TIMESTAMP_PATTERN)
                        .validator(Validators.checking("a pattern of java.time", FolderKeys::pattern))
                        .doc("Pattern of a text in the field of `timestamp.source`, e.g. `dd.MM.yyyy HH:mm`; without it"
                                + " the text is ISO-8601. A text without an offset is of `timezone`."),
                Key.string(TIMEZONE)
                        .defaultsTo("UTC")
                        .validator(Validators.checking("a zone such as UTC or Europe/Berlin", FolderKeys::zone))
                        .doc("Zone of the dates in folders, of times without an offset, and of the midnight of"
                                + " `rotate.schedule`, e.g. `Europe/Berlin`."),
                Key.string(LOCALE)
                        .defaultsTo("en")
                        .importance(Importance.LOW)
                        .validator(Validators.checking("a language tag such as en or de-CH", FolderKeys::locale))
                        .doc("Language of month and day names in folders, e.g. `de-CH`."));
    }

    /** Notes what is wrong with the keys taken together. */
    static void check(Values values) {
        if (values.areSound(TIMESTAMP_SOURCE, TIMESTAMP_PATTERN)
                && values.has(TIMESTAMP_PATTERN)
                && values.word(TIMESTAMP_SOURCE).equals("record")) {
            values.problems().add(TIMESTAMP_PATTERN, "has a meaning only with timestamp.source=field:<path>");
        }
    }

    static PathTemplate template(Values values) {
        return PathTemplate.parse(values.text(PARTITION_BY), source(values), time(values));
    }

    static RecordTimes times(Values values) {
        TimestampSource source = source(values);
        ZoneId zone = zone(values);
        return record -> source.epochMillis(record, zone);
    }

    static ZoneId zone(Values values) {
        return zone(values.text(TIMEZONE));
    }

    private static TimeSettings time(Values values) {
        return new TimeSettings(zone(values), locale(values.text(LOCALE)));
    }

    private static TimestampSource source(Values values) {
        EpochUnit unit = EpochUnit.valueOf(values.word(TIMESTAMP_UNIT).toUpperCase(Locale.ROOT));
        TimeReader reader = values.optional(TIMESTAMP_PATTERN)
                .map(pattern -> TimeReader.of(unit, pattern, locale(values.text(LOCALE))))
                .orElseGet(() -> TimeReader.iso(unit));
        return TimestampSource.parse(values.text(TIMESTAMP_SOURCE), reader);
    }

    private static void source(String text) {
        TimestampSource.parse(text, TimeReader.iso(EpochUnit.MS));
    }

    private static void pattern(String text) {
        TimeReader.of(EpochUnit.MS, text, Locale.ENGLISH);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text.trim());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected a zone such as UTC, Europe/Berlin or +05:30", e);
        }
    }

    private static Locale locale(String text) {
        Locale locale = Locale.forLanguageTag(text.trim());
        if (locale.getLanguage().isEmpty()) {
            throw new IllegalArgumentException("expected a language tag such as en or de-CH");
        }
        return locale;
    }

    /** Checks the template by itself; where its times come from does not matter to its form. */
    private static void template(String text) {
        PathTemplate.parse(text, new TimestampSource.OfRecord(), new TimeSettings(ZoneOffset.UTC, Locale.ENGLISH));
    }
}
