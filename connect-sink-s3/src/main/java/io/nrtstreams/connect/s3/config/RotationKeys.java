package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.Durations;
import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Validators;
import io.nrtstreams.connect.s3.delivery.RotationPolicy;
import io.nrtstreams.connect.s3.delivery.Schedule;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The keys that say when a file is closed. */
final class RotationKeys {
    static final String ROTATE_RECORDS = "rotate.records";
    static final String ROTATE_BYTES = "rotate.bytes";
    static final String ROTATE_AGE = "rotate.age";
    static final String ROTATE_IDLE = "rotate.idle";
    static final String ROTATE_SCHEDULE = "rotate.schedule";
    static final String ROTATE_RECORD_TIME = "rotate.record.time";

    private static final Duration A_DAY = Duration.ofDays(1);

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
                                "A file is closed when it has been open this long, whether or not records come, e.g. `5m`."),
                Key.duration(ROTATE_IDLE, Duration.ofMillis(100))
                        .doc("A file is closed when it has got no record for this long, e.g. `30s`; without it only the"
                                + " other limits count."),
                Key.string(ROTATE_SCHEDULE)
                        .validator(Validators.checking("a duration from 1s to 24h", RotationKeys::schedule))
                        .doc("A file is closed when the time of day passes a multiple of this since midnight of"
                                + " `timezone`, e.g. `1h` for every full hour; without it there is no schedule."),
                Key.duration(ROTATE_RECORD_TIME, Duration.ofMillis(1))
                        .doc(
                                "A file is closed before a record whose time, by `timestamp.source`, is this long or longer"
                                        + " after that of the file's first record, e.g. `1h`; without it record times do not"
                                        + " matter."));
    }

    static RotationPolicy read(Values values) {
        return new RotationPolicy(
                values.longNumber(ROTATE_RECORDS),
                values.size(ROTATE_BYTES),
                values.duration(ROTATE_AGE),
                values.optional(ROTATE_IDLE).map(Durations::parse),
                values.optional(ROTATE_SCHEDULE).map(every -> new Schedule(schedule(every), FolderKeys.zone(values))),
                values.optional(ROTATE_RECORD_TIME).map(Durations::parse));
    }

    private static Duration schedule(String text) {
        Duration every = Durations.parse(text);
        if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(A_DAY) > 0) {
            throw new IllegalArgumentException("expected a duration from 1s to 24h");
        }
        return every;
    }
}
