package io.nrtstreams.connect.s3.config.porting;

import static io.nrtstreams.connect.s3.config.porting.PeerKey.REQUIRED;
import static io.nrtstreams.connect.s3.config.porting.PeerKey.ignored;
import static io.nrtstreams.connect.s3.config.porting.PeerKey.only;
import static io.nrtstreams.connect.s3.config.porting.PeerKey.words;

import io.nrtstreams.connect.s3.config.porting.PeerKey.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How Confluent's S3 sink writes records. */
final class ConfluentFiles {
    private static final String FORMAT = "format.class";
    private static final String PACKAGE = "io.confluent.connect.s3.format.";
    private static final Map<String, String> FORMATS = Map.of(
            PACKAGE + "json.JsonFormat", "json",
            PACKAGE + "avro.AvroFormat", "avro",
            PACKAGE + "parquet.ParquetFormat", "parquet",
            PACKAGE + "bytearray.ByteArrayFormat", "bytes");
    private static final Map<String, String> AVRO_CODECS =
            Map.of("null", "none", "deflate", "deflate", "snappy", "snappy", "bzip2", "bzip2");

    private ConfluentFiles() {}

    static List<PeerKey> keys() {
        List<PeerKey> keys = new ArrayList<>(format());
        keys.addAll(parts());
        return keys;
    }

    private static List<PeerKey> format() {
        return List.of(
                PeerKey.of(
                                FORMAT,
                                REQUIRED,
                                List.of("format"),
                                (value, given) -> Outcome.becomes("format", name(value)))
                        .remark("`JsonFormat`, `AvroFormat`, `ParquetFormat`, `ByteArrayFormat`: `json`, `avro`,"
                                + " `parquet`, `bytes`."),
                PeerKey.of("s3.compression.type", "none", List.of("compression"), ConfluentFiles::compression)
                        .remark("For `json` and `bytes`, as there."),
                ofFormat("avro.codec", "null", "compression", "avro", AVRO_CODECS)
                        .remark("For `avro`, as there."),
                PeerKey.of("parquet.codec", "snappy", List.of("compression"), ConfluentFiles::parquet)
                        .with(Trait.DEFAULT_APPLIES)
                        .remark("For `parquet`, as there."),
                PeerKey.of("s3.compression.level", "-1", List.of("compression.level"), ConfluentFiles::level)
                        .remark("For `json` and `bytes`, as there."),
                only(
                        "NUMERIC",
                        "json.decimal.format",
                        "BASE64",
                        "decimals are written as numbers in JSON; set NUMERIC or remove the key, and mind whoever reads"
                                + " the files"),
                ofBytes("format.bytearray.extension", ".bin", "bytes.extension"),
                ofBytes("format.bytearray.separator", "\\n", "bytes.separator")
                        .remark("Its default is the line separator of the worker's system there."),
                ignored("schemas.cache.config", "1000", "it concerns their schema conversion"),
                ignored("enhanced.avro.schema.support", "true", "it concerns their schema conversion"),
                ignored("connect.meta.data", "true", "it concerns their schema conversion"),
                ignored("allow.optional.map.keys", "false", "it concerns their schema conversion"));
    }

    private static List<PeerKey> parts() {
        return List.of(
                words("behavior.on.null.values", "fail", "null.values", Map.of("fail", "fail", "ignore", "skip"))
                        .with(Trait.DEFAULT_APPLIES)
                        .remark("`ignore` is `skip`. `write`, which stores keys in a folder of their own there, is"
                                + " refused: set `null.values=write` and `envelope=key` instead."),
                ignored(
                        "report.null.values.to.dlq",
                        "true",
                        "null.values=fail sends records without a value to the dead letter queue, skip does not"),
                ignored(
                        "tombstone.encoded.partition",
                        "tombstone",
                        "records without a value have no folder of their own"),
                only(
                        "false",
                        "store.kafka.keys",
                        "false",
                        "keys are not stored in objects of their own but beside the value: set envelope=key instead"),
                only(
                        "false",
                        "store.kafka.headers",
                        "false",
                        "headers are not stored in objects of their own but beside the value: set envelope=headers"
                                + " instead"),
                ignored(
                        "keys.format.class",
                        PACKAGE + "avro.AvroFormat",
                        "keys are written as the value is; see envelope"),
                ignored(
                        "headers.format.class",
                        PACKAGE + "avro.AvroFormat",
                        "headers are written as the value is; see envelope"),
                only(
                        "NONE",
                        "s3.schema.partition.affix.type",
                        "NONE",
                        "the name of a schema is no part of the folder; remove the key"));
    }

    private static String name(String formatClass) {
        String name = FORMATS.get(formatClass);
        if (name == null) {
            throw new IllegalArgumentException(
                    "format classes are not loaded here; set format to json, json-array, csv,"
                            + " avro, parquet, bytes or text instead");
        }
        return name;
    }

    /** The format in words of this sink; empty where none is set. */
    private static String format(Given given) {
        return given.set("format")
                .or(() -> given.set(FORMAT).map(value -> FORMATS.getOrDefault(value, "")))
                .orElse("");
    }

    private static Outcome compression(String value, Given given) {
        if (!hasOwnCodec(given)) {
            return Outcome.becomes("compression", value);
        }
        return value.equalsIgnoreCase("none")
                ? Outcome.settled()
                : new Outcome.Refused("it is for JSON and bytes only there; for " + format(given) + " set compression");
    }

    private static Outcome level(String value, Given given) {
        if (value.equals("-1")) {
            return Outcome.settled();
        }
        return hasOwnCodec(given)
                ? new Outcome.Ignored("it is for JSON and bytes only; set compression.level")
                : Outcome.becomes("compression.level", value);
    }

    private static boolean hasOwnCodec(Given given) {
        return format(given).equals("avro") || format(given).equals("parquet");
    }

    private static Outcome parquet(String value, Given given) {
        if (!format(given).equals("parquet")) {
            return new Outcome.Ignored("only format=parquet reads it; set compression");
        }
        return Outcome.becomes("compression", value.equalsIgnoreCase("uncompressed") ? "none" : value);
    }

    private static PeerKey ofBytes(String name, String standard, String target) {
        Rule rule = (value, given) -> format(given).equals("bytes")
                ? Outcome.becomes(target, value)
                : new Outcome.Ignored("only format=bytes reads it");
        return PeerKey.of(name, standard, List.of(target), rule).with(Trait.DEFAULT_APPLIES);
    }

    private static PeerKey ofFormat(
            String name, String standard, String target, String format, Map<String, String> words) {
        return PeerKey.of(
                name,
                standard,
                List.of(target),
                (value, given) -> format(given).equals(format)
                        ? Outcome.becomes(target, Spelling.word(value, words))
                        : new Outcome.Ignored("only format=" + format + " reads it; set " + target));
    }
}
