package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Validators;
import io.nrtstreams.connect.s3.file.Compression;
import io.nrtstreams.connect.s3.file.SegmentPool;
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
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The keys that say how a record is written. */
final class FileKeys {
    static final String FORMAT = "format";
    static final String ENVELOPE = "envelope";
    static final String NULL_VALUES = "null.values";

    /** Formats that have no place for anything but the value. */
    private static final Set<String> VALUES_ONLY = Set.of("bytes", "text");

    /** Formats that the sink brings itself; they take every compression. */
    private static final Set<String> OWN = Set.of("json", "json-array", "csv", "bytes", "text");

    private FileKeys() {}

    static List<Key> keys() {
        return Stream.of(ownKeys(), CsvKeys.keys(), ByteKeys.keys(), CompressionKeys.keys())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Key> ownKeys() {
        return List.of(
                Key.string(FORMAT)
                        .defaultsTo("json")
                        .importance(Importance.HIGH)
                        .validator(Validators.oneOf("json", "json-array", "csv", "bytes", "text", "avro", "parquet"))
                        .doc(
                                "`json`: one JSON value a line; `json-array`: one JSON array a file; `csv`: RFC 4180 with a"
                                        + " header; `bytes`: values that are bytes or text, as they are; `text`: a single value a"
                                        + " line; `avro` and `parquet` need the archive `" + FormatProvider.ARCHIVE
                                        + "` and values with schemas."),
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
                                        + " its envelope, which needs `envelope` with `key`."));
    }

    /** Notes what is wrong with the keys taken together. */
    static void check(Values values) {
        ByteKeys.check(values);
        CompressionKeys.check(values);
        if (values.areSound(FORMAT) && !OWN.contains(values.word(FORMAT))) {
            checkProvided(values);
        }
        if (values.areSound(ENVELOPE)) {
            values.problems().parse(ENVELOPE, () -> envelope(values)).ifPresent(envelope -> check(values, envelope));
        }
    }

    /** Notes a format whose archive is missing, and a compression that the format does not have. */
    private static void checkProvided(Values values) {
        Optional<FormatProvider> provider = FormatProvider.named(values.word(FORMAT));
        if (provider.isEmpty()) {
            values.problems()
                    .add(
                            FORMAT,
                            values.word(FORMAT) + " comes in an archive of its own: unzip " + FormatProvider.ARCHIVE
                                    + " into the plugin folder of the sink and restart the worker");
        } else if (values.areSound(CompressionKeys.COMPRESSION)) {
            checkCompression(values, provider.get().compressions());
        }
    }

    private static void checkCompression(Values values, Set<Compression> possible) {
        if (!possible.contains(CompressionKeys.compression(values))) {
            values.problems()
                    .add(
                            CompressionKeys.COMPRESSION,
                            shown(values) + " has "
                                    + possible.stream()
                                            .sorted()
                                            .map(one -> one.name().toLowerCase(Locale.ROOT))
                                            .collect(Collectors.joining(", ")));
        }
    }

    private static void check(Values values, Envelope envelope) {
        CsvKeys.check(values, envelope);
        boolean valuesOnly = values.areSound(FORMAT) && VALUES_ONLY.contains(values.word(FORMAT));
        if (valuesOnly && !envelope.columns().isEmpty()) {
            values.problems()
                    .add(ENVELOPE, shown(values) + " has no place for it: use json, json-array, csv, avro or parquet");
        }
        if (!values.areSound(NULL_VALUES) || nullValues(values) != NullValues.WRITE) {
            return;
        }
        if (valuesOnly) {
            values.problems()
                    .add(
                            NULL_VALUES,
                            shown(values) + " has nothing to write for a record without a value: use skip or fail");
        } else if (!envelope.columns().contains(Envelope.Column.KEY)) {
            values.problems()
                    .add(
                            NULL_VALUES,
                            "write stores the envelope of a record without a value, which says nothing without its"
                                    + " key: set envelope with key, or null.values=skip");
        }
    }

    private static String shown(Values values) {
        return "format=" + values.word(FORMAT);
    }

    /** Notes keys that belong to another format than the one chosen. */
    static void refuseUnless(String format, List<String> keys, Values values) {
        if (values.areSound(FORMAT) && !values.word(FORMAT).equals(format)) {
            keys.stream()
                    .filter(key -> values.isGiven(key) && values.areSound(key))
                    .forEach(key -> values.problems().add(key, "has a meaning only with format=" + format));
        }
    }

    static NullValues nullValues(Values values) {
        return NullValues.valueOf(values.word(NULL_VALUES).toUpperCase(Locale.ROOT));
    }

    static RecordFormat format(Values values, SegmentPool segments) {
        FormatSettings settings = new FormatSettings(
                envelope(values), CompressionKeys.compression(values), CompressionKeys.level(values), segments);
        String format = values.word(FORMAT);
        return switch (format) {
            case "json" -> Formats.jsonLines(settings);
            case "json-array" -> Formats.jsonArray(settings);
            case "csv" -> CsvKeys.read(values, settings);
            case "bytes" -> ByteKeys.read(values, settings);
            case "text" -> Formats.text(settings);
            default -> FormatProvider.named(format).orElseThrow().format(settings);
        };
    }

    private static Envelope envelope(Values values) {
        return Envelope.of(values.list(ENVELOPE));
    }
}
