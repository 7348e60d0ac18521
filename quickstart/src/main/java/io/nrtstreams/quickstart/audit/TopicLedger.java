package io.nrtstreams.quickstart.audit;

import io.nrtstreams.connect.s3.storage.ObjectLink;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.apache.kafka.common.TopicPartition;

/**
 * Keeps book of one topic: which offsets were produced, stored and rejected. Pure; not thread-safe. Memory: four bits an
 * offset, and 50 bytes for each object of which only the metadata was read.
 */
final class TopicLedger {
    private final String topic;
    private final Map<Integer, Page> pages = new TreeMap<>();
    private final Map<String, Long> byMetadata = new TreeMap<>();
    private final ChainOrder chains = new ChainOrder();
    private final Sentences findings = new Sentences();
    private long objects;
    private long bytes;

    TopicLedger(String topic) {
        this.topic = topic;
    }

    private static final class Page {
        private final OffsetSet produced = new OffsetSet();
        private final OffsetSet withoutValue = new OffsetSet();
        private final OffsetSet stored = new OffsetSet();
        private final OffsetSet storedAgain = new OffsetSet();
        private final LinkRanges ranges = new LinkRanges();
    }

    void produced(int partition, long offset) {
        page(partition).produced.add(offset);
    }

    /** A record without a value, which a sink may leave out. */
    void producedWithoutValue(int partition, long offset) {
        produced(partition, offset);
        page(partition).withoutValue.add(offset);
    }

    void stored(int partition, long offset) {
        Page page = page(partition);
        if (!page.stored.add(offset)) {
            page.storedAgain.add(offset);
        }
    }

    /** An object of which only the metadata was read; {@code kind} says for the reader what it is. */
    void storedByMetadata(ObjectLink link, String kind) {
        page(link.partition()).ranges.add(link);
        byMetadata.merge(kind, 1L, Long::sum);
    }

    /** The next link, in the order of the keys. */
    void link(String key, LinkName name, ObjectLink link) {
        chains.follow(key, name, link).ifPresent(findings::add);
    }

    void object(long size) {
        objects++;
        bytes += size;
    }

    void finding(String sentence) {
        findings.add(sentence);
    }

    TopicAudit close(DeadLetters letters) {
        Balance balance = new Balance(letters);
        balance.findings.addAll(findings.all());
        byMetadata.forEach((kind, count) -> balance.notes.add(topic + ": of " + count + " objects (" + kind
                + ") only the metadata was audited, which tells how many records of which offsets they hold"));
        pages.forEach(balance::add);
        return balance.audit();
    }

    private Page page(int partition) {
        return pages.computeIfAbsent(partition, p -> new Page());
    }

    private static OffsetSet where(OffsetSet offsets, LongPredicate condition) {
        OffsetSet chosen = new OffsetSet();
        offsets.ascending().filter(condition).forEach(chosen::add);
        return chosen;
    }

    /** Adds the partitions up. */
    private final class Balance {
        private final DeadLetters letters;
        private final Sentences findings = new Sentences();
        private final Sentences notes = new Sentences();
        private long produced;
        private long rejected;
        private long stored;
        private long missing;
        private long doubled;

        Balance(DeadLetters letters) {
            this.letters = letters;
        }

        void add(int partition, Page page) {
            TopicPartition here = new TopicPartition(topic, partition);
            OffsetSet open = where(page.produced, o -> !page.stored.contains(o) && !letters.holds(here, o));
            OffsetSet both = where(page.stored, o -> letters.holds(here, o));
            OffsetSet strangers = where(page.stored, o -> !page.produced.contains(o));
            LinkRanges.Verdict ranges = page.ranges.compare(here, open, page.withoutValue);
            note(here, ranges.uncovered(), "neither in S3 nor in a dead letter queue");
            note(here, page.storedAgain, "in S3 more than once");
            note(here, both, "in S3 and in a dead letter queue");
            note(here, strangers, "in S3 but not in Kafka: was the topic deleted, or its retention passed?");
            findings.addAll(ranges.findings());
            if (ranges.skipped() > 0) {
                notes.add(here + ": " + ranges.skipped()
                        + " records without a value are not in S3, where null.values=skip leaves them out");
            }
            produced += page.produced.size();
            rejected += where(page.produced, o -> letters.holds(here, o)).size();
            stored += page.stored.size() + page.ranges.records();
            missing += ranges.missing();
            doubled += page.storedAgain.size() + both.size() + strangers.size() + ranges.doubled();
        }

        private void note(TopicPartition partition, OffsetSet offsets, String what) {
            if (offsets.size() > 0) {
                findings.add(partition + ": " + offsets.size() + " records are " + what + " (offsets "
                        + OffsetSet.ranges(offsets.ascending()) + ")");
            }
        }

        TopicAudit audit() {
            return new TopicAudit(
                    topic, produced, rejected, stored, missing, doubled, objects, bytes, findings.all(), notes.all());
        }
    }
}
