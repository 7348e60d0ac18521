package io.nrtstreams.connect.cleaning;

import io.nrtstreams.connect.cleaning.dedup.Duplicates;
import io.nrtstreams.connect.kit.config.Durations;
import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Problems;
import io.nrtstreams.connect.kit.config.Validators;
import io.nrtstreams.connect.kit.data.FieldPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/**
 * The configuration of {@link Deduplicate}.
 *
 * @param rejects how records are set aside
 */
record DeduplicateSettings(Duplicates duplicates, Rejects rejects) {
    private static final Key FIELDS = Key.of("fields", ConfigDef.Type.LIST)
            .defaultsTo(List.of())
            .importance(Importance.HIGH)
            .doc(
                    "The paths of the fields in which records are equal, e.g. userId, time; none for the whole key or value.");
    private static final Key RECORDS = Key.of("window.records", ConfigDef.Type.INT)
            .defaultsTo(100_000)
            .validator(ConfigDef.Range.between(1, 100_000_000))
            .doc(
                    "How many different records are remembered at most, some 130 bytes each, e.g. 1000000; the one that came"
                            + " first makes room.");
    private static final Key AGE = Key.duration("window.age", Duration.ZERO)
            .defaultsTo("10m")
            .doc("How far the timestamps of a record and its duplicate are apart at most, e.g. 1h; records without a"
                    + " timestamp are compared with all that are remembered.");
    private static final Key ACTION = Key.string("duplicate.action")
            .defaultsTo("drop")
            .validator(Validators.oneOf("drop", "reject", "flag"))
            .doc(
                    "What becomes of a duplicate: drop (it is left out), reject (it is set aside), or flag (it goes on with the"
                            + " header nrt.flagged.duplicate).");

    static final ConfigDef KEYS = define();

    private static ConfigDef define() {
        ConfigDef keys = Key.define(new ConfigDef(), "Duplicates", List.of(FIELDS, RECORDS, AGE, ACTION));
        return Key.define(keys, "Rejects", CommonKeys.OF_REJECTS);
    }

    /**
     * Reads the settings.
     *
     * @throws org.apache.kafka.common.config.ConfigException with everything that is wrong
     */
    static DeduplicateSettings parse(String name, Map<String, String> given) {
        Problems problems = new Problems();
        CommonKeys.check(KEYS, given, problems);
        List<FieldPath> fields = fields(given.getOrDefault(FIELDS.name(), ""), problems);
        problems.throwIfAny();
        Map<String, Object> values = KEYS.parse(given);
        Duplicates.Treatment treatment = Duplicates.Treatment.valueOf(
                String.valueOf(values.get(ACTION.name())).toUpperCase(Locale.ROOT));
        Duration age = Durations.parse(String.valueOf(values.get(AGE.name())));
        int records = (Integer) Objects.requireNonNull(values.get(RECORDS.name()));
        return new DeduplicateSettings(
                new Duplicates(fields, records, age, treatment), CommonKeys.rejects(name, values));
    }

    private static List<FieldPath> fields(String list, Problems problems) {
        List<FieldPath> fields = new ArrayList<>();
        for (String path : list.isBlank() ? new String[0] : list.split(",", -1)) {
            problems.parse(FIELDS.name(), () -> FieldPath.parse(path.strip())).ifPresent(fields::add);
        }
        return fields;
    }
}
