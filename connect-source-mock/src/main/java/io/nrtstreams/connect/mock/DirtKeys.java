package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.mock.series.DirtKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The configuration keys of labelled dirt: for each kind a share and a seed. */
final class DirtKeys {
    static final String LATE_BY = "dirt.late.by";

    private static final String PREFIX = "dirt.";
    private static final String SEED = ".seed";

    private DirtKeys() {}

    static List<Key> all() {
        List<Key> keys = new ArrayList<>();
        for (DirtKind kind : DirtKind.values()) {
            keys.add(Key.of(share(kind), ConfigDef.Type.DOUBLE)
                    .defaultsTo(0.0)
                    .validator(ConfigDef.Range.between(0.0, 1.0))
                    .doc("The share of records, 0 to 1, " + kind.meaning() + ", e.g. 0.01; their header "
                            + DirtKind.HEADER + " says " + kind.label() + "."));
            keys.add(Key.of(seed(kind), ConfigDef.Type.LONG)
                    .defaultsTo(null)
                    .importance(Importance.LOW)
                    .doc("The seed of where " + share(kind)
                            + " strikes and how, e.g. 7; by default that of the feed."));
        }
        keys.add(Key.duration(LATE_BY, Duration.ofMillis(1))
                .defaultsTo("10m")
                .doc("How late the event time of a late record is at most, e.g. 10m; it is at least a tenth of that."));
        return keys;
    }

    static String share(DirtKind kind) {
        return PREFIX + kind.label();
    }

    static String seed(DirtKind kind) {
        return share(kind) + SEED;
    }
}
