package io.nrtstreams.quickstart.score;

import io.nrtstreams.quickstart.transforms.Passed;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.header.Header;

/** Counts what becomes of records, beside what becomes of the same ones without their defects. */
final class Tally {
    /** What a transform that sees one record after another cannot tell from good ones by their values. */
    private static final Set<String> UNSEEN = Set.of("late", "out.of.order", "tombstone");

    private static final String FLAG = "nrt.flagged.";

    private final boolean findsDuplicates;
    private final Map<String, Counts> kinds = new TreeMap<>();
    private long records;
    private long good;
    private long harmed;

    /** @param findsDuplicates whether a transform looks for them */
    Tally(boolean findsDuplicates) {
        this.findsDuplicates = findsDuplicates;
    }

    private static final class Counts {
        private long planted;
        private long repaired;
        private long rejected;
        private long dropped;
        private long flagged;
        private long missed;
    }

    /**
     * Counts one record.
     *
     * @param kind of its defect, empty for none
     * @param came what became of it
     * @param right what becomes of it without the defect
     */
    void count(String kind, Passed<?> came, Passed<?> right) {
        records++;
        boolean asRight = isSame(came, right);
        if (kind.isEmpty()) {
            good++;
            harmed += asRight && !isFlagged(came) ? 0 : 1;
            return;
        }
        Counts counts = kinds.computeIfAbsent(kind, label -> new Counts());
        counts.planted++;
        if (came instanceof Passed.Rejected || came instanceof Passed.Failed) {
            counts.rejected++;
        } else if (came instanceof Passed.Dropped) {
            counts.dropped++;
        } else if (asRight && !kind.equals("duplicate")) {
            counts.repaired++;
        } else if (isFlagged(came)) {
            counts.flagged++;
        } else {
            counts.missed++;
        }
    }

    private static boolean isSame(Passed<?> came, Passed<?> right) {
        return came instanceof Passed.Through<?> a
                && right instanceof Passed.Through<?> b
                && Objects.equals(a.record().value(), b.record().value())
                && Objects.equals(a.record().key(), b.record().key());
    }

    private static boolean isFlagged(Passed<?> came) {
        if (came instanceof Passed.Through<?> through) {
            ConnectRecord<?> record = through.record();
            for (Header header : record.headers()) {
                if (header.key().startsWith(FLAG)) {
                    return true;
                }
            }
        }
        return false;
    }

    FeedScore score() {
        return new FeedScore(
                records,
                good,
                harmed,
                kinds.entrySet().stream()
                        .map(entry -> score(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private KindScore score(String kind, Counts counts) {
        boolean visible = !UNSEEN.contains(kind) && (findsDuplicates || !kind.equals("duplicate"));
        return new KindScore(
                kind,
                visible,
                counts.planted,
                counts.repaired,
                counts.rejected,
                counts.dropped,
                counts.flagged,
                counts.missed);
    }
}
