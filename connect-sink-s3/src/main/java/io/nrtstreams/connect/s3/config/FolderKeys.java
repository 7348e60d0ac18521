package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Validators;
import io.nrtstreams.connect.s3.path.PathTemplate;
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
                        .validator(Validators.checking("record, or field:<path>", TimestampSource::parse))
                        .doc(
                                "Time of `{timestamp:…}`: `record` for the Kafka timestamp, or `field:<path>` for a field of"
                                        + " the value (milliseconds, a Connect timestamp, or ISO-8601 text)."),
                Key.string(TIMEZONE)
                        .defaultsTo("UTC")
                        .validator(Validators.checking("a zone such as UTC or Europe/Berlin", FolderKeys::zone))
                        .doc("Zone of the dates in folders, e.g. `Europe/Berlin`."),
                Key.string(LOCALE)
                        .defaultsTo("en")
                        .importance(Importance.LOW)
                        .validator(Validators.checking("a language tag such as en or de-CH", FolderKeys::locale))
                        .doc("Language of month and day names in folders, e.g. `de-CH`."));
    }

    static PathTemplate read(Values values) {
        TimeSettings time = new TimeSettings(zone(values.text(TIMEZONE)), locale(values.text(LOCALE)));
        return PathTemplate.parse(
                values.text(PARTITION_BY), TimestampSource.parse(values.text(TIMESTAMP_SOURCE)), time);
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
