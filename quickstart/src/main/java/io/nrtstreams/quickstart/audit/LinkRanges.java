package io.nrtstreams.quickstart.audit;

import io.nrtstreams.connect.s3.storage.ObjectLink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PrimitiveIterator;
import org.apache.kafka.common.TopicPartition;

/**
 * The objects of one topic-partition of which only the metadata was read: from which offset to which, and how many records
 * in between. Ranges of different chains overlap, so records are counted over each stretch of overlapping ranges: that
 * finds what is missing or doubled by number. A record that is missing and another one that is doubled within one stretch
 * outweigh each other, unless they are the first or the last of an object.
 *
 * <p>Memory: about 50 bytes an object. Pure; not thread-safe.
 */
final class LinkRanges {
    private final List<Range> ranges = new ArrayList<>();

    private record Range(long first, long last, long records) {
        Range plus(Range other) {
            return new Range(first, Math.max(last, other.last), records + other.records);
        }
    }

    void add(ObjectLink link) {
        ranges.add(new Range(link.firstOffset(), link.lastOffset(), link.recordCount()));
    }

    /** Records in all ranges. */
    long records() {
        return ranges.stream().mapToLong(Range::records).sum();
    }

    /**
     * What the ranges leave open.
     *
     * @param missing records that are in no range, or fewer than a stretch should hold
     * @param doubled records that are more than a stretch should hold, or begin or end two objects
     * @param skipped records without a value that are not stored
     * @param uncovered the offsets that are in no range, of records with a value
     * @param findings sentences about stretches and borders, not about {@code uncovered}
     */
    record Verdict(long missing, long doubled, long skipped, OffsetSet uncovered, List<String> findings) {}

    /**
     * Compares the ranges with the offsets that they are to hold.
     *
     * @param open offsets that are in Kafka and neither stored otherwise nor rejected
     * @param withoutValue offsets of records without a value, which may be left out
     */
    Verdict compare(TopicPartition partition, OffsetSet open, OffsetSet withoutValue) {
        OffsetSet uncovered = new OffsetSet();
        Sentences findings = new Sentences();
        long missing = 0;
        long doubled = 0;
        long skipped = 0;
        Cursor offsets = new Cursor(open, withoutValue);
        for (Range stretch : stretches()) {
            skipped += offsets.before(stretch.first(), uncovered);
            Cursor.Count expected = offsets.upTo(stretch.last());
            long lacking = expected.records() - stretch.records();
            if (lacking < 0) {
                doubled -= lacking;
                findings.add(said(partition, stretch, expected) + -lacking + " too many");
            } else if (lacking > expected.withoutValue()) {
                missing += lacking - expected.withoutValue();
                findings.add(said(partition, stretch, expected) + (lacking - expected.withoutValue()) + " missing");
            }
            skipped += Math.max(0, Math.min(lacking, expected.withoutValue()));
        }
        skipped += offsets.before(Long.MAX_VALUE, uncovered);
        long shared = borders(partition, open, findings);
        return new Verdict(missing + uncovered.size(), Math.max(doubled, shared), skipped, uncovered, findings.all());
    }

    private static String said(TopicPartition partition, Range stretch, Cursor.Count expected) {
        return partition + ": of offsets " + OffsetSet.range(stretch.first(), stretch.last()) + " " + expected.records()
                + " records are to be in S3, and by their metadata " + stretch.records() + " are: ";
    }

    /** Ranges that overlap joined to one, in order. */
    private List<Range> stretches() {
        List<Range> stretches = new ArrayList<>();
        ranges.stream().sorted(Comparator.comparingLong(Range::first)).forEach(range -> {
            int end = stretches.size() - 1;
            if (end >= 0 && stretches.get(end).last() >= range.first()) {
                stretches.set(end, stretches.get(end).plus(range));
            } else {
                stretches.add(range);
            }
        });
        return stretches;
    }

    /** The first and last record of each object is known exactly; returns how many begin or end two objects. */
    private long borders(TopicPartition partition, OffsetSet open, Sentences findings) {
        OffsetSet seen = new OffsetSet();
        OffsetSet twice = new OffsetSet();
        OffsetSet unknown = new OffsetSet();
        for (Range range : ranges) {
            border(range.first(), open, seen, twice, unknown);
            if (range.last() != range.first()) {
                border(range.last(), open, seen, twice, unknown);
            }
        }
        if (twice.size() > 0) {
            findings.add(partition + ": " + twice.size() + " records begin or end more than one object (offsets "
                    + OffsetSet.ranges(twice.ascending()) + ")");
        }
        if (unknown.size() > 0) {
            findings.add(partition + ": " + unknown.size() + " records begin or end an object, but are not in Kafka, or"
                    + " stored or rejected otherwise too (offsets " + OffsetSet.ranges(unknown.ascending()) + ")");
        }
        return twice.size();
    }

    private static void border(long offset, OffsetSet open, OffsetSet seen, OffsetSet twice, OffsetSet unknown) {
        if (!seen.add(offset)) {
            twice.add(offset);
        }
        if (!open.contains(offset)) {
            unknown.add(offset);
        }
    }

    /** Goes through the open offsets once, in order. */
    private static final class Cursor {
        private static final long END = Long.MAX_VALUE;

        private final PrimitiveIterator.OfLong offsets;
        private final OffsetSet withoutValue;
        private long next;

        Cursor(OffsetSet open, OffsetSet withoutValue) {
            this.offsets = open.ascending().iterator();
            this.withoutValue = withoutValue;
            advance();
        }

        record Count(long records, long withoutValue) {}

        private void advance() {
            next = offsets.hasNext() ? offsets.nextLong() : END;
        }

        /** Passes over the offsets before {@code end}, which no range covers; returns how many have no value. */
        long before(long end, OffsetSet uncovered) {
            long skipped = 0;
            for (; next < end; advance()) {
                if (withoutValue.contains(next)) {
                    skipped++;
                } else {
                    uncovered.add(next);
                }
            }
            return skipped;
        }

        Count upTo(long last) {
            long records = 0;
            long empty = 0;
            for (; next <= last && next != END; advance()) {
                records++;
                empty += withoutValue.contains(next) ? 1 : 0;
            }
            return new Count(records, empty);
        }
    }
}
