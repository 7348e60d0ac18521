package io.nrtstreams.quickstart.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;

/**
 * Keeps book of one topic: which offsets were produced, stored and rejected. Pure; not thread-safe. Memory: three bits
 * an offset.
 */
final class TopicLedger {
    private final String topic;
    private final Map<Integer, Page> pages = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();
    private long objects;
    private long bytes;

    TopicLedger(String topic) {
        this.topic = topic;
    }

    private static final class Page {
        private final OffsetSet produced = new OffsetSet();
        private final OffsetSet stored = new OffsetSet();
        private final OffsetSet storedAgain = new OffsetSet();
    }

    void produced(int partition, long offset) {
        page(partition).produced.add(offset);
    }

    void stored(int partition, long offset) {
        Page page = page(partition);
        if (!page.stored.add(offset)) {
            page.storedAgain.add(offset);
        }
    }

    void object(long size) {
        objects++;
        bytes += size;
    }

    void finding(String sentence) {
        findings.add(sentence);
    }

    TopicAudit close(DeadLetters letters) {
        List<String> all = new ArrayList<>(findings);
        long[] totals = new long[5];
        pages.forEach((partition, page) -> {
            TopicPartition here = new TopicPartition(topic, partition);
            OffsetSet missing = where(page.produced, o -> !page.stored.contains(o) && !letters.holds(here, o));
            OffsetSet both = where(page.stored, o -> letters.holds(here, o));
            OffsetSet strangers = where(page.stored, o -> !page.produced.contains(o));
            note(all, here, missing, "neither in S3 nor in a dead letter queue");
            note(all, here, page.storedAgain, "in S3 more than once");
            note(all, here, both, "in S3 and in a dead letter queue");
            note(all, here, strangers, "in S3 but not in Kafka: was the topic deleted, or its retention passed?");
            totals[0] += page.produced.size();
            totals[1] += where(page.produced, o -> letters.holds(here, o)).size();
            totals[2] += page.stored.size();
            totals[3] += missing.size();
            totals[4] += page.storedAgain.size() + both.size() + strangers.size();
        });
        return new TopicAudit(topic, totals[0], totals[1], totals[2], totals[3], totals[4], objects, bytes, all);
    }

    private Page page(int partition) {
        return pages.computeIfAbsent(partition, p -> new Page());
    }

    private static OffsetSet where(OffsetSet offsets, java.util.function.LongPredicate condition) {
        OffsetSet chosen = new OffsetSet();
        offsets.ascending().filter(condition).forEach(chosen::add);
        return chosen;
    }

    private static void note(List<String> findings, TopicPartition partition, OffsetSet offsets, String what) {
        if (offsets.size() > 0) {
            LongStream ascending = offsets.ascending();
            findings.add(partition + ": " + offsets.size() + " records are " + what + " (offsets "
                    + OffsetSet.ranges(ascending) + ")");
        }
    }
}
