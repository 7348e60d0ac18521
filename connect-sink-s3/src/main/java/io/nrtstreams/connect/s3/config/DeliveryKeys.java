package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Validators;
import io.nrtstreams.connect.s3.delivery.DeliverySettings;
import io.nrtstreams.connect.s3.delivery.DeliverySettings.Guarantee;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The keys that say what is promised, and within which limits. */
final class DeliveryKeys {
    static final String DELIVERY = "delivery";
    static final String MEMORY_BUDGET = "memory.budget";
    static final String OPEN_FILES = "open.files";
    static final String UPLOADS_IN_FLIGHT = "uploads.in.flight";
    static final String RETRY_TIMEOUT = "retry.timeout";
    static final String FLUSH_TIMEOUT = "flush.timeout";

    private DeliveryKeys() {}

    static List<Key> keys() {
        return List.of(
                Key.string(DELIVERY)
                        .defaultsTo("exactly-once")
                        .importance(Importance.HIGH)
                        .validator(Validators.oneOf("exactly-once", "at-least-once"))
                        .doc("`exactly-once` by conditional writes, or `at-least-once` for a store that has none."),
                Key.dataSize(MEMORY_BUDGET, 1 << 20)
                        .defaultsTo("128MB")
                        .importance(Importance.HIGH)
                        .doc(
                                "Memory of a task for all files that are open or being uploaded; when it is full the largest"
                                        + " are uploaded early and no more records are fetched."),
                Key.of(OPEN_FILES, ConfigDef.Type.INT)
                        .defaultsTo(5000)
                        .validator(ConfigDef.Range.atLeast(1))
                        .doc(
                                "Open files of a task; where there would be more, those are closed that have waited longest"
                                        + " for a record."),
                Key.of(UPLOADS_IN_FLIGHT, ConfigDef.Type.INT)
                        .defaultsTo(8)
                        .validator(ConfigDef.Range.between(1, 256))
                        .doc("Requests of a task to the store at the same time."),
                Key.duration(RETRY_TIMEOUT, Duration.ZERO)
                        .defaultsTo("10m")
                        .doc(
                                "How long files are held and tried again while the store is busy or out of reach, before the"
                                        + " task fails."),
                Key.duration(FLUSH_TIMEOUT, Duration.ZERO)
                        .defaultsTo("4s")
                        .doc(
                                "How long a task that stops, or loses a partition, waits for its open files to be uploaded;"
                                        + " below the worker's `task.shutdown.graceful.timeout.ms` (5s)."));
    }

    /** Notes what is wrong with the keys taken together. */
    static void check(Values values) {
        if (values.areSound(RotationKeys.ROTATE_BYTES, MEMORY_BUDGET)
                && values.size(RotationKeys.ROTATE_BYTES) > values.size(MEMORY_BUDGET)) {
            values.problems()
                    .add(
                            RotationKeys.ROTATE_BYTES,
                            "a file of this size does not fit memory.budget, which all files of a task share");
        }
    }

    static DeliverySettings read(Values values) {
        boolean exactlyOnce = values.word(DELIVERY).equals("exactly-once");
        return new DeliverySettings(
                exactlyOnce ? Guarantee.EXACTLY_ONCE : Guarantee.AT_LEAST_ONCE,
                RotationKeys.read(values),
                values.number(OPEN_FILES),
                values.size(MEMORY_BUDGET),
                values.number(UPLOADS_IN_FLIGHT),
                values.duration(RETRY_TIMEOUT));
    }
}
