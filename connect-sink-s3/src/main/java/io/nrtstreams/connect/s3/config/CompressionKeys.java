package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Validators;
import io.nrtstreams.connect.s3.file.Compression;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The keys that say how files are compressed. */
final class CompressionKeys {
    static final String COMPRESSION = "compression";
    static final String LEVEL = "compression.level";

    private static final String SCALES = "1 to 9 for gzip, 1 to 19 for zstd";

    private CompressionKeys() {}

    static List<Key> keys() {
        return List.of(
                Key.string(COMPRESSION)
                        .defaultsTo("none")
                        .importance(Importance.HIGH)
                        .validator(Validators.oneOf("none", "gzip", "zstd", "snappy"))
                        .doc(
                                "`none`, or how files are compressed, with what that adds to their names: `gzip` (`.gz`),"
                                        + " `zstd` (`.zst`), `snappy` (`.sz`, Snappy's framing format, which Spark and Hive do not read)."),
                Key.of(LEVEL, ConfigDef.Type.INT)
                        .importance(Importance.LOW)
                        .validator(Validators.checking(SCALES, text -> refuseBeyondAll(Integer.parseInt(text))))
                        .doc("From 1 (fast) to the smallest files, on the scale of the compression: to 9 for `gzip`"
                                + " (without this key 6), to 19 for `zstd` (without this key 3); without effect for the"
                                + " others."));
    }

    /** Notes what is wrong with the keys taken together. */
    static void check(Values values) {
        if (!values.areSound(COMPRESSION)) {
            return;
        }
        Compression compression = compression(values);
        values.problems().parse(COMPRESSION, () -> usable(compression));
        if (values.areSound(LEVEL) && values.has(LEVEL) && compression.highestLevel() > 0) {
            values.problems().parse(LEVEL, () -> inRange(compression, level(values)));
        }
    }

    private static Compression usable(Compression compression) {
        compression.requireLibrary();
        return compression;
    }

    private static void refuseBeyondAll(int level) {
        if (level < 1 || level > Compression.ZSTD.highestLevel()) {
            throw new IllegalArgumentException("expected " + SCALES);
        }
    }

    private static int inRange(Compression compression, int level) {
        if (level > compression.highestLevel()) {
            throw new IllegalArgumentException("expected 1 to " + compression.highestLevel() + " for compression="
                    + compression.name().toLowerCase(Locale.ROOT));
        }
        return level;
    }

    static Compression compression(Values values) {
        return Compression.valueOf(values.word(COMPRESSION).toUpperCase(Locale.ROOT));
    }

    static int level(Values values) {
        Optional<String> chosen = values.optional(LEVEL);
        return chosen.map(Integer::parseInt).orElseGet(() -> compression(values).usualLevel());
    }
}
