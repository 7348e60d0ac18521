package io.nrtstreams.bench.source;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/** Polls in rounds. For one thread. */
final class PollRun {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Polled polled;
    private long records;
    private long firstTimestamp;
    private long lastTimestamp;

    PollRun(Polled polled) {
        this.polled = polled;
    }

    /** Rounds of at least {@code millis} each. */
    List<Round> rounds(int count, int millis) throws InterruptedException {
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Round begin = Round.clocks(records);
            long end = begin.wallNanos() + millis * NANOS_PER_MILLI;
            do {
                poll();
            } while (System.nanoTime() < end);
            rounds.add(Round.clocks(records).since(begin));
        }
        return rounds;
    }

    /** Polls until so many records have come since the first. */
    void until(long least) throws InterruptedException {
        while (records < least) {
            poll();
        }
    }

    private void poll() throws InterruptedException {
        List<SourceRecord> batch = polled.poll();
        if (batch == null || batch.isEmpty()) {
            return;
        }
        if (records == 0) {
            firstTimestamp = timestamp(batch.get(0));
        }
        records += batch.size();
        lastTimestamp = timestamp(batch.get(batch.size() - 1));
    }

    /** Datagen's records have no time. */
    private static long timestamp(SourceRecord record) {
        return record.timestamp() == null ? 0 : record.timestamp();
    }

    /** Bytes in use once what is not is collected. */
    static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** What was measured. */
    PollResult result(List<Round> rounds, long heapBefore, long heapAfter) {
        return new PollResult(new Rounds(rounds), records, firstTimestamp, lastTimestamp, heapBefore, heapAfter);
    }
}
