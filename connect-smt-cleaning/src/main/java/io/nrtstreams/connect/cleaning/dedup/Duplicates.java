package io.nrtstreams.connect.cleaning.dedup;

import io.nrtstreams.connect.cleaning.core.Action;
import io.nrtstreams.connect.cleaning.core.Cleaned;
import io.nrtstreams.connect.cleaning.core.Cleaner;
import io.nrtstreams.connect.cleaning.core.Counter;
import io.nrtstreams.connect.cleaning.core.Fingerprint;
import io.nrtstreams.connect.cleaning.core.Fingerprints;
import io.nrtstreams.connect.cleaning.core.Flag;
import io.nrtstreams.connect.cleaning.core.Outcome;
import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.core.RuleFigures;
import io.nrtstreams.connect.kit.data.FieldPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the records that equal an earlier one. */
public final class Duplicates implements Cleaner {
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
        this.treatment = treatment;
        this.window = new Window(records, age.toMillis());
        this.names = fields.stream().map(FieldPath::toString).collect(Collectors.joining(", "));
        this.reason = "expected a record that does not equal an earlier one" + (fields.isEmpty() ? "" : " in " + names);
    }

    @Override
    public Outcome clean(Object value, Passage passage) {
        seen.add();
        if (!window.holdsEqualTo(fingerprint(value), passage)) {
            return new Cleaned(value);
        }
        found.add();
        if (treatment == Treatment.FLAG) {
            passage.flag(new Flag(RULE, RULE, reason));
            return new Cleaned(value);
        }
        return new Refused(treatment == Treatment.DROP ? Action.DROP : Action.REJECT, names, RULE, reason);
    }

    private Fingerprint fingerprint(Object value) {
        if (fields.isEmpty()) {
            return fingerprints.of(List.of(value));
        }
        List<@Nullable Object> values = new ArrayList<>(fields.size());
        for (FieldPath field : fields) {
            values.add(field.read(value));
        }
        return fingerprints.of(values);
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
