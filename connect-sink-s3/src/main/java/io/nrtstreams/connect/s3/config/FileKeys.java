package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Validators;
import io.nrtstreams.connect.kit.data.FieldPath;
import io.nrtstreams.connect.s3.file.Compression;
import io.nrtstreams.connect.s3.format.Envelope;
import io.nrtstreams.connect.s3.format.FormatProvider;
import io.nrtstreams.connect.s3.format.FormatSettings;
import io.nrtstreams.connect.s3.format.Formats;
import io.nrtstreams.connect.s3.format.RecordFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The keys that say how a record is written. */
final class FileKeys {
    static final String FORMAT = "format";
    static final String CSV_COLUMNS = "csv.columns";
    static final String ENVELOPE = "envelope";
    static final String NULL_VALUES = "null.values";
    static final String COMPRESSION = "compression";
    static final String COMPRESSION_LEVEL = "compression.level";

    private static final Set<Compression> OF_WHOLE_FILES = Set.of(Compression.NONE, Compression.GZIP);

    private FileKeys() {}

    static List<Key> keys() {
        return List.of(
                Key.string(FORMAT)
                        .defaultsTo("json")
                        .importance(Importance.HIGH)
                        .validator(Validators.oneOf("json", "csv", "avro", "parquet"))
                        .doc(
                                "`json`: one JSON value a line; `csv`: a header row and RFC 4180 quoting; `avro` and `parquet`"
                                        + " need the archive `" + FormatProvider.ARCHIVE
                                        + "` and values with schemas."),
                Key.of(CSV_COLUMNS, ConfigDef.Type.LIST)
                        .defaultsTo(List.of())
                        .validator(new ListElements("field paths such as time,location.name", FieldPath::parse))
                        .doc(
                                "Fields of the value that become CSV columns, in this order, e.g. `time,location.name` (the"
                                        + " column `location_name`); without it the fields of the records decide."),
                Key.of(ENVELOPE, ConfigDef.Type.LIST)
                        .defaultsTo(List.of())
                        .importance(Importance.HIGH)
                        .validator(new ListElements(
                                "a list of key, headers, timestamp, topic, partition, offset",
                                part -> Envelope.of(List.of(part))))
                        .doc("What of the Kafka record is stored beside its value, as columns in front of it:"
                                + " `kafka_key`, `kafka_headers`, `kafka_timestamp`, `kafka_topic`,"
                                + " `kafka_partition`, `kafka_offset`; e.g. `key,partition,offset`."),
                Key.string(NULL_VALUES)
                        .defaultsTo("skip")
                        .validator(Validators.oneOf("skip", "fail", "write"))
                        .doc(
                                "What becomes of a record without a value: `skip` it, `fail` it as a bad record, or `write`"
                                        + " its envelope, which needs `envelope` with `key`."),
                Key.string(COMPRESSION)
                        .defaultsTo("none")
                        .importance(Importance.HIGH)
                        .validator(Validators.oneOf("none", "gzip", "snappy", "zstd"))
                        .doc(
                                "`none`, or `gzip`, which adds `.gz` to the name; `snappy` and `zstd` for `avro` and `parquet`,"
                                        + " which compress within the file."),
                Key.of(COMPRESSION_LEVEL, ConfigDef.Type.INT)
                        .defaultsTo(6)
                        .validator(ConfigDef.Range.between(1, 9))
                        .importance(Importance.LOW)
                        .doc("From 1 (fast) to 9 (small)."));
    }

    /** Notes what is wrong with the keys taken together. */
    static void check(Values values) {
        if (values.areSound(FORMAT)) {
            checkFormat(values);
        }
        if (values.areSound(ENVELOPE)) {
            values.problems().parse(ENVELOPE, () -> envelope(values)).ifPresent(envelope -> check(values, envelope));
        }
        if (values.areSound(FORMAT, CSV_COLUMNS)
                && !values.list(CSV_COLUMNS).isEmpty()
                && !values.word(FORMAT).equals("csv")) {
            values.problems().add(CSV_COLUMNS, "has a meaning only with format=csv");
        }
    }

    /** Notes a format whose archive is missing, and a compression that the format does not have. */
    private static void checkFormat(Values values) {
        String name = values.word(FORMAT);
        Optional<Set<Compression>> possible = isOwn(name)
                ? Optional.of(OF_WHOLE_FILES)
                : FormatProvider.named(name).map(FormatProvider::compressions);
        if (possible.isEmpty()) {
            values.problems()
                    .add(
                            FORMAT,
                            name + " comes in an archive of its own: unzip " + FormatProvider.ARCHIVE
                                    + " into the plugin folder of the sink and restart the worker");
        } else if (values.areSound(COMPRESSION)) {
            checkCompression(values, possible.get());
        }
    }

    private static void checkCompression(Values values, Set<Compression> possible) {
        if (!possible.contains(compression(values))) {
            values.problems()
                    .add(
                            COMPRESSION,
                            "format=" + values.word(FORMAT) + " has "
                                    + possible.stream()
                                            .sorted()
                                            .map(one -> one.name().toLowerCase(Locale.ROOT))
                                            .collect(Collectors.joining(", ")));
        }
    }

    private static void check(Values values, Envelope envelope) {
        if (values.areSound(FORMAT, CSV_COLUMNS, COMPRESSION, COMPRESSION_LEVEL)
                && OF_WHOLE_FILES.contains(compression(values))) {
            values.problems().parse(CSV_COLUMNS, () -> csv(values, envelope));
        }
        boolean hasKey = envelope.columns().contains(Envelope.Column.KEY);
        if (values.areSound(NULL_VALUES) && nullValues(values) == NullValues.WRITE && !hasKey) {
            values.problems()
                    .add(
                            NULL_VALUES,
                            "write stores the envelope of a record without a value, which says nothing without its"
                                    + " key: set envelope with key, or null.values=skip");
        }
    }

    static NullValues nullValues(Values values) {
        return NullValues.valueOf(values.word(NULL_VALUES).toUpperCase(Locale.ROOT));
    }

    static RecordFormat format(Values values) {
        Envelope envelope = envelope(values);
        return switch (values.word(FORMAT)) {
            case "json" -> Formats.jsonLines(settings(values, envelope));
            case "csv" -> csv(values, envelope);
            default -> FormatProvider.named(values.word(FORMAT)).orElseThrow().format(settings(values, envelope));
        };
    }

    private static boolean isOwn(String format) {
        return format.equals("json") || format.equals("csv");
    }

    private static RecordFormat csv(Values values, Envelope envelope) {
        return Formats.csv(settings(values, envelope), csvColumns(values));
    }

    private static FormatSettings settings(Values values, Envelope envelope) {
        return new FormatSettings(envelope, compression(values), values.number(COMPRESSION_LEVEL));
    }

    private static Compression compression(Values values) {
        return Compression.valueOf(values.word(COMPRESSION).toUpperCase(Locale.ROOT));
    }

    private static List<FieldPath> csvColumns(Values values) {
        return values.list(CSV_COLUMNS).stream().map(FieldPath::parse).toList();
    }

    private static Envelope envelope(Values values) {
        return Envelope.of(values.list(ENVELOPE));
    }
}
