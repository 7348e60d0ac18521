package io.nrtstreams.connect.cleaning;

import io.nrtstreams.connect.cleaning.core.Cleaned;
import io.nrtstreams.connect.cleaning.core.Cleaner;
import io.nrtstreams.connect.cleaning.core.Flag;
import io.nrtstreams.connect.cleaning.core.Outcome;
import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.core.RuleFigures;
import io.nrtstreams.connect.cleaning.metrics.RecordCounts;
import io.nrtstreams.connect.cleaning.metrics.TransformMetrics;
import java.util.List;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Lets one side of every record through a cleaner, and has the refused ones taken care of. Tombstones (null on that
 * side) and records that were rejected before pass untouched.
 */
final class Screen implements AutoCloseable {
    static final String FLAG_HEADER_PREFIX = "nrt.flagged.";

    private final Side side;
    private final Cleaner cleaner;
    private final Rejects rejects;
    private final Passage passage = new Passage();
    private final RecordCounts counts = new RecordCounts();
    private @Nullable TransformMetrics metrics;

    Screen(Side side, Cleaner cleaner, Rejects rejects) {
        this.side = side;
        this.cleaner = cleaner;
        this.rejects = rejects;
    }

    <R extends ConnectRecord<R>> @Nullable R apply(R record) {
        Object given = side.of(record);
        if (given == null || Rejects.holds(record)) {
            return record;
        }
        if (metrics == null) {
            // Not before the first record, as only then the thread is that of the task.
            metrics = new TransformMetrics(rejects.transform(), counts, cleaner.figures());
        }
        counts.came();
        passage.begin(record, given, side.schemaOf(record));
        Outcome outcome = cleaner.clean(given, passage);
        if (outcome instanceof Refused refused) {
            counts.refused(refused.action());
            return rejects.take(record, refused);
        }
        Object cleaned = ((Cleaned) outcome).value();
        boolean flagged = !passage.flags().isEmpty();
        if (cleaned == given && !flagged) {
            return record;
        }
        if (flagged) {
            counts.flagged();
        }
        if (cleaned != given) {
            counts.changed();
            Originals.ofThisTask().remember(side, record, cleaned);
        }
        return side.replaced(record, cleaned, flagged ? withFlags(record.headers()) : record.headers());
    }

    private Headers withFlags(Headers headers) {
        Headers more = headers.duplicate();
        for (Flag flag : passage.flags()) {
            rejects.as().add(more, FLAG_HEADER_PREFIX + flag.field(), "rule `" + flag.rule() + "`: " + flag.reason());
        }
        return more;
    }

    /** The counts of the rules. */
    List<RuleFigures> figures() {
        return cleaner.figures();
    }

    @Override
    public void close() {
        if (metrics != null) {
            metrics.close();
        }
    }
}
