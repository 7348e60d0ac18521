package io.nrtstreams.connect.s3.config.porting;

import static io.nrtstreams.connect.s3.config.porting.PeerKey.translated;

import io.nrtstreams.connect.s3.config.porting.PeerKey.Trait;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which folder a record goes to with Confluent's partitioners: partitioner, pattern, fields and clock in one template. */
final class ConfluentFolders {
    private static final String PARTITIONER = "partitioner.class";
    private static final String FIELDS = "partition.field.name";
    private static final String PATTERN = "path.format";
    private static final String DURATION = "partition.duration.ms";
    private static final String CLOCK = "timestamp.extractor";
    private static final String CLOCK_FIELD = "timestamp.field";
    private static final String PACKAGE = "io.confluent.connect.storage.partitioner.";
    private static final String DAILY = "'year'=YYYY/'month'=MM/'day'=dd";
    private static final String HOURLY = DAILY + "/'hour'=HH";
    private static final Map<String, String> ZONES = Map.of("EST", "-05:00", "MST", "-07:00", "HST", "-10:00");
    private static final List<String> PARTITION_BY = List.of("partition.by");

    private ConfluentFolders() {}

    static List<PeerKey> keys() {
        return List.of(
                PeerKey.of(PARTITIONER, PACKAGE + "DefaultPartitioner", PARTITION_BY, ConfluentFolders::partitioner)
                        .with(Trait.DEFAULT_APPLIES)
                        .remark("Default, Field, TimeBased, Daily and Hourly; others are refused."),
                PeerKey.of(FIELDS, "", PARTITION_BY, ConfluentFolders::fields)
                        .remark("`a,b.c` is `a={value.a}/b.c={value.b.c}`."),
                PeerKey.of(PATTERN, "", PARTITION_BY, ConfluentFolders::pattern)
                        .remark("Letters are translated, see below."),
                PeerKey.of(DURATION, "-1", List.of(), ConfluentFolders::duration)
                        .here("no effect")
                        .remark("Refused where it is longer than what `path.format` shows: the template has no such"
                                + " steps."),
                PeerKey.of(CLOCK, "Wallclock", List.of("timestamp.source"), ConfluentFolders::clock)
                        .with(Trait.DEFAULT_APPLIES)
                        .remark("`Record` is `record`, `RecordField` is `field:` and `timestamp.field`; `Wallclock` is"
                                + " refused."),
                PeerKey.of(CLOCK_FIELD, "timestamp", List.of(), ConfluentFolders::clockField)
                        .here("`timestamp.source`")
                        .remark("Read with `timestamp.extractor=RecordField`."),
                translated("locale", "", "locale", value -> value.replace('_', '-'))
                        .remark("`en_US` is read as `en-US`."),
                translated("timezone", "", "timezone", value -> ZONES.getOrDefault(value, value))
                        .remark("`EST`, `MST` and `HST` are read as the offsets that they stand for."));
    }

    private static String kind(Given given) {
        return kind(given.value(PARTITIONER));
    }

    /** The name without its package, or empty for a class of somebody else's. */
    private static String kind(String partitioner) {
        return partitioner.startsWith(PACKAGE) ? partitioner.substring(PACKAGE.length()) : "";
    }

    /** Whether folders depend on a time. */
    static boolean byTime(Given given) {
        return List.of("TimeBasedPartitioner", "DailyPartitioner", "HourlyPartitioner")
                .contains(kind(given));
    }

    private static Outcome partitioner(String value, Given given) {
        return switch (kind(value)) {
            case "DefaultPartitioner" -> Outcome.becomes("partition.by", "partition={partition}");
            case "DailyPartitioner" -> template(JodaPattern.parse(DAILY));
            case "HourlyPartitioner" -> template(JodaPattern.parse(HOURLY));
            case "FieldPartitioner" -> readWith(FIELDS, given);
            case "TimeBasedPartitioner" -> readWith(PATTERN, given);
            default ->
                new Outcome.Refused("partitioner classes are not loaded here; write the folder as a template in"
                        + " partition.by, such as dt={timestamp:yyyy-MM-dd}/city={value.city}");
        };
    }

    private static Outcome readWith(String key, Given given) {
        return given.set(key).isPresent()
                ? Outcome.settled()
                : new Outcome.Refused("this partitioner needs " + key + ": set it, or partition.by");
    }

    private static Outcome template(JodaPattern pattern) {
        return Outcome.becomes("partition.by", pattern.template());
    }

    private static Outcome fields(String value, Given given) {
        if (!kind(given).equals("FieldPartitioner")) {
            return new Outcome.Ignored("only FieldPartitioner reads it; set partition.by");
        }
        return Outcome.becomes(
                "partition.by",
                Stream.of(value.split(","))
                        .map(String::trim)
                        .map(field -> field + "={value." + field + "}")
                        .collect(Collectors.joining("/")));
    }

    private static Outcome pattern(String value, Given given) {
        if (!kind(given).equals("TimeBasedPartitioner")) {
            return new Outcome.Ignored("only TimeBasedPartitioner reads it; set partition.by");
        }
        return template(JodaPattern.parse(value.endsWith("/") ? value.substring(0, value.length() - 1) : value));
    }

    /** Times are cut to it before they are shown. That changes nothing where what is shown is no finer. */
    private static Outcome duration(String value, Given given) {
        boolean cuts = value.matches("\\d{1,15}") && !value.matches("0+");
        if (!cuts || !kind(given).equals("TimeBasedPartitioner")) {
            return Outcome.settled();
        }
        try {
            return cut(
                    Long.parseLong(value),
                    JodaPattern.parse(given.value(PATTERN)).finest().toMillis());
        } catch (IllegalArgumentException e) {
            // The pattern's own key reports what is wrong with it; nothing can be said of this one until that is
            // mended.
            return Outcome.settled();
        }
    }

    private static Outcome cut(long duration, long finest) {
        return finest % duration == 0
                ? Outcome.settled()
                : new Outcome.Refused("times are not cut to " + Spelling.milliseconds(Long.toString(duration))
                        + " here before they are shown, and path.format shows a change every "
                        + Spelling.milliseconds(Long.toString(finest))
                        + ": leave the finer letters out of path.format, and remove this key");
    }

    private static Outcome clock(String value, Given given) {
        if (!byTime(given)) {
            return new Outcome.Ignored("only a time partitioner reads it; set timestamp.source");
        }
        return switch (clockName(value)) {
            case "Record" -> Outcome.becomes("timestamp.source", "record");
            case "RecordField" -> Outcome.becomes("timestamp.source", "field:" + given.value(CLOCK_FIELD));
            case "Wallclock" ->
                new Outcome.Refused("a wall clock gives a record that is read again another folder, and"
                        + " so would store it twice: set Record, or RecordField with timestamp.field");
            default ->
                new Outcome.Refused("extractor classes are not loaded here; set timestamp.source to record or"
                        + " field:<path> instead");
        };
    }

    /** The short name, also of the classes that the short names stand for. */
    private static String clockName(String value) {
        String prefix = PACKAGE + "TimeBasedPartitioner$";
        String suffix = "TimestampExtractor";
        return value.startsWith(prefix) && value.endsWith(suffix)
                ? value.substring(prefix.length(), value.length() - suffix.length())
                : value;
    }

    private static Outcome clockField(String value, Given given) {
        boolean read = byTime(given) && clockName(given.value(CLOCK)).equals("RecordField");
        return read
                ? Outcome.settled()
                : new Outcome.Ignored("only timestamp.extractor=RecordField reads it; set timestamp.source");
    }
}
