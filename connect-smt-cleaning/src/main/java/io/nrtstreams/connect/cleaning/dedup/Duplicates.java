package io.nrtstreams.connect.cleaning.dedup;

import io.nrtstreams.connect.cleaning.core.Action;
import io.nrtstreams.connect.cleaning.core.Cleaned;
import io.nrtstreams.connect.cleaning.core.Cleaner;
import io.nrtstreams.connect.cleaning.core.Counter;
import io.nrtstreams.connect.cleaning.core.Fingerprints;
import io.nrtstreams.connect.cleaning.core.Flag;
import io.nrtstreams.connect.cleaning.core.Kind;
import io.nrtstreams.connect.cleaning.core.Outcome;
import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.core.RuleFigures;
import io.nrtstreams.connect.kit.data.FieldPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the records that equal an earlier one. */
public final class Duplicates implements Cleaner {
    private static final Logger LOG = LoggerFactory.getLogger(Duplicates.class);
    private static final String RULE = "duplicate";

    /** What becomes of a duplicate. */
    public enum Treatment {
        DROP,
        REJECT,
        FLAG
    }

    private final List<FieldPath> fields;
    private final Treatment treatment;
    private final Window window;
    private final String names;
    private final String reason;
    private final Fingerprints fingerprints = new Fingerprints();
    private final Set<FieldPath> unknown;
    private boolean warned;
    private final Counter seen = new Counter();
    private final Counter found = new Counter();

    /**
     * A filter that has seen nothing.
     *
     * @param fields what must be equal, none for all there is
     * @param records how many are remembered at most
     * @param age how far the timestamps of equal records may be apart
     */
    public Duplicates(List<FieldPath> fields, int records, Duration age, Treatment treatment) {
        this.fields = List.copyOf(fields);
        this.unknown = new LinkedHashSet<>(fields);
        this.treatment = treatment;
        this.window = new Window(records, age.toMillis());
        this.names = fields.stream().map(FieldPath::toString).collect(Collectors.joining(", "));
        this.reason = "expected a record that does not equal an earlier one" + (fields.isEmpty() ? "" : " in " + names);
    }

    @Override
    public Outcome clean(Object value, Passage passage) {
        seen.add();
        if (!fields.isEmpty() && !(value instanceof Struct || value instanceof Map)) {
            return Refused.reject(
                    "",
                    RULE,
                    "expected a record with fields (Struct or Map), found " + Kind.of(value)
                            + "; put Parse before where records are text, or leave fields out");
        }
        List<@Nullable Object> compared = fields.isEmpty() ? whole(value) : read(value);
        if (compared.stream().allMatch(Objects::isNull) || !areAllKnown(compared)) {
            return new Cleaned(value);
        }
        compared.add(passage.record() == null ? null : passage.record().topic());
        if (!window.holdsEqualTo(fingerprints.of(compared), passage)) {
            return new Cleaned(value);
        }
        found.add();
        if (treatment == Treatment.FLAG) {
            passage.flag(new Flag(RULE, RULE, reason));
            return new Cleaned(value);
        }
        return new Refused(treatment == Treatment.DROP ? Action.DROP : Action.REJECT, names, RULE, reason);
    }

    private static List<@Nullable Object> whole(Object value) {
        List<@Nullable Object> values = new ArrayList<>(2);
        values.add(value);
        return values;
    }

    private List<@Nullable Object> read(Object record) {
        List<@Nullable Object> values = new ArrayList<>(fields.size() + 1);
        for (FieldPath field : fields) {
            values.add(field.read(record));
        }
        return values;
    }

    /**
     * Whether every field has had a value in some record. Until then none is compared: if a name were misspelt, the other
     * fields alone would make duplicates of most records.
     */
    private boolean areAllKnown(List<@Nullable Object> values) {
        for (int i = 0; i < fields.size() && !unknown.isEmpty(); i++) {
            if (values.get(i) != null) {
                unknown.remove(fields.get(i));
            }
        }
        if (!unknown.isEmpty() && !warned) {
            warned = true;
            LOG.warn("No record yet has had a value in {}: until one has, nothing is taken for a duplicate", unknown);
        }
        return unknown.isEmpty();
    }

    /** How many records it remembers. */
    public int size() {
        return window.size();
    }

    @Override
    public List<RuleFigures> figures() {
        String action = treatment == Treatment.FLAG ? "keep" : treatment.name().toLowerCase(Locale.ROOT);
        return List.of(new RuleFigures(names, RULE, RULE, action, seen::value, () -> 0, found::value));
    }
}
