package io.nrtstreams.connect.s3.config.porting;

import static io.nrtstreams.connect.s3.config.porting.PeerKey.ignored;

import io.nrtstreams.connect.s3.config.porting.PeerKey.Trait;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How Aiven's S3 sink writes records: type, fields, encoding and codec, which only mean something together. */
final class AivenFormat {
    private static final String TYPE = "format.output.type";
    private static final String FIELDS = "format.output.fields";
    private static final String OLD_FIELDS = "output_fields";
    private static final String ENVELOPE = "format.output.envelope";
    private static final String ENCODING = "format.output.fields.value.encoding";
    private static final String CODEC = "file.compression.type";
    private static final String OLD_CODEC = "output_compression";
    private static final Map<String, String> FORMATS =
            Map.of("json", "json-array", "jsonl", "json", "avro", "avro", "parquet", "parquet");
    private static final List<String> PARTS = List.of("key", "headers", "timestamp", "offset");
    private static final String WRAPPED = "the value's own fields stand at the top of a record, not under 'value'; what"
            + " envelope adds is called kafka_key, kafka_headers, kafka_timestamp, kafka_offset";

    private AivenFormat() {}

    static List<PeerKey> keys() {
        PeerKey fields = PeerKey.of(FIELDS, "value", List.of("envelope"), AivenFormat::fields)
                .remark("`value` is always stored; the others are `kafka_key`, `kafka_headers`, `kafka_timestamp`,"
                        + " `kafka_offset`.");
        PeerKey compression = PeerKey.of(CODEC, "gzip", List.of("compression"), AivenFormat::codec)
                .with(Trait.DEFAULT_APPLIES)
                .remark("Its default is `none` for `parquet` and `avro`.");
        return List.of(
                PeerKey.of(TYPE, "csv", List.of("format", "bytes.separator", "null.values"), AivenFormat::type)
                        .with(Trait.DEFAULT_APPLIES)
                        .remark(
                                "`jsonl` is `json`, `json` is `json-array`. `csv` is `bytes` with lines where the fields"
                                        + " are `value` alone, not encoded; otherwise it is refused, as `csv` here has a header"
                                        + " row, columns and quotes."),
                fields,
                fields.olderName(OLD_FIELDS),
                PeerKey.of(ENVELOPE, "true", List.of(), (value, given) -> Outcome.settled())
                        .here("read with `format.output.type`")
                        .remark("With `true`, the difference is told when the connector starts."),
                PeerKey.of(ENCODING, "base64", List.of(), AivenFormat::encoding)
                        .here("read with `format.output.type`")
                        .remark("Only `csv` reads it."),
                compression,
                compression.olderName(OLD_CODEC),
                PeerKey.of("avro.codec", "null", List.of("compression"), AivenFormat::avroCodec)
                        .remark("For `avro`, as there."),
                ignored("file.prefix.template", "", "no part of a name comes from it there either"));
    }

    private static Outcome type(String value, Given given) {
        String type = value.toLowerCase(Locale.ROOT);
        if (type.equals("csv")) {
            return lines(given);
        }
        boolean keepsTombstones = type.startsWith("json") && fields(given).contains("key");
        return new Outcome.Becomes(
                Map.of("format", Spelling.word(type, FORMATS)),
                keepsTombstones ? Map.of("null.values", "write") : Map.of(),
                given.isTrue(ENVELOPE) ? Optional.of(WRAPPED) : Optional.empty());
    }

    /** Their CSV is lines of values, as bytes; only where nothing is encoded or joined is that to be had. */
    private static Outcome lines(Given given) {
        boolean plain = given.value(ENCODING).equalsIgnoreCase("none");
        if (plain && fields(given).equals(List.of("value"))) {
            return new Outcome.Becomes(Map.of("format", "bytes", "bytes.separator", "\\n"), Map.of(), Optional.empty());
        }
        return new Outcome.Refused("lines of Base64 joined by commas are not written here; set format=csv for columns"
                + " with a header row, or format=bytes with bytes.separator=\\n for values as lines, instead of this and "
                + ENCODING);
    }

    private static List<String> fields(Given given) {
        String fields = given.set(FIELDS).or(() -> given.set(OLD_FIELDS)).orElse("value");
        return Stream.of(fields.split(","))
                .map(field -> field.trim().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Outcome fields(String value, Given given) {
        List<String> fields = fields(given);
        if (!fields.contains("value")) {
            return new Outcome.Refused("the value is always stored; add value, or set envelope instead");
        }
        List<String> parts =
                fields.stream().filter(field -> !field.equals("value")).toList();
        if (!PARTS.containsAll(parts)) {
            return new Outcome.Refused("expected a list of key, value, headers, timestamp, offset");
        }
        return parts.isEmpty() ? Outcome.settled() : Outcome.becomes("envelope", String.join(",", parts));
    }

    private static Outcome encoding(String value, Given given) {
        return type(given).equals("csv")
                ? Outcome.settled()
                : new Outcome.Ignored("only format.output.type=csv reads it");
    }

    private static String type(Given given) {
        return given.value(TYPE).toLowerCase(Locale.ROOT);
    }

    /** The format in words of this sink; theirs has the same for those that have a codec of their own. */
    private static String format(Given given) {
        return given.set("format").orElseGet(() -> type(given)).toLowerCase(Locale.ROOT);
    }

    private static Outcome codec(String value, Given given) {
        boolean set = given.set(CODEC).isPresent() || given.set(OLD_CODEC).isPresent();
        return switch (format(given)) {
            case "parquet" -> set ? Outcome.becomes("compression", value.toLowerCase(Locale.ROOT)) : Outcome.settled();
            case "avro" -> set ? wholeAvro(value) : Outcome.settled();
            default -> Outcome.becomes("compression", value.toLowerCase(Locale.ROOT));
        };
    }

    private static Outcome wholeAvro(String value) {
        return value.equalsIgnoreCase("none")
                ? Outcome.settled()
                : new Outcome.Refused("an Avro file is compressed block by block: set compression to deflate, snappy or"
                        + " zstd instead");
    }

    private static Outcome avroCodec(String value, Given given) {
        return format(given).equals("avro")
                ? Outcome.becomes("compression", value.equalsIgnoreCase("null") ? "none" : value)
                : new Outcome.Ignored("only format=avro reads it; set compression");
    }
}
