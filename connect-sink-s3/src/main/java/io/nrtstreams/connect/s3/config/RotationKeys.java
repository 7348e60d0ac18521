package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.s3.delivery.RotationPolicy;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The keys that say when a file is closed. */
final class RotationKeys {
    static final String ROTATE_RECORDS = "rotate.records";
    static final String ROTATE_BYTES = "rotate.bytes";
    static final String ROTATE_AGE = "rotate.age";

    private RotationKeys() {}

    static List<Key> keys() {
        return List.of(
                Key.of(ROTATE_RECORDS, ConfigDef.Type.LONG)
                        .defaultsTo(1_000_000L)
                        .importance(Importance.HIGH)
                        .validator(ConfigDef.Range.atLeast(1))
                        .doc("A file is closed when it has this many records."),
                Key.dataSize(ROTATE_BYTES, 1)
                        .defaultsTo("64MB")
                        .importance(Importance.HIGH)
                        .doc("A file is closed when it is about this large, as stored."),
                Key.duration(ROTATE_AGE, Duration.ofMillis(100))
                        .defaultsTo("10m")
                        .importance(Importance.HIGH)
                        .doc(
                                "A file is closed when it has been open this long, whether or not records come, e.g. `5m`."));
    }

    static RotationPolicy read(Values values) {
        return new RotationPolicy(
                values.longNumber(ROTATE_RECORDS), values.size(ROTATE_BYTES), values.duration(ROTATE_AGE));
    }
}
