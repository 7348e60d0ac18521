package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.mock.series.Reading;
import io.nrtstreams.connect.mock.series.Rejection;
import io.nrtstreams.connect.mock.series.Schedule;
import io.nrtstreams.connect.mock.series.Shard;
import io.nrtstreams.connect.mock.series.Tape;
import io.nrtstreams.connect.mock.series.Times;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** A shard that is being emitted: its tape, the schedule it follows, and the records made of both. Not thread-safe. */
final class ShardRun implements AutoCloseable {
    private final Shard shard;
    private final Map<String, String> partition;
    private final String topic;
    private final Tape tape;
    private final HeaderPlan headers;
    private final long endNanos;
    private final Consumer<Reading> emitted;
    private Schedule schedule;
    private String scheduleText;
    private long due;
    private @Nullable ConnectException failure;

    /**
     * @param emitted is told of each record
     * @throws ConnectException if the first record cannot be read
     */
    ShardRun(SourceSettings settings, Shard shard, Tape tape, Schedule schedule, Consumer<Reading> emitted) {
        this.shard = shard;
        this.partition = settings.partition(shard);
        this.topic = settings.topic();
        this.headers = settings.headers();
        this.tape = tape;
        this.endNanos = settings.endNanos();
        this.emitted = emitted;
        this.schedule = schedule;
        this.scheduleText = schedule.toString();
        this.due = nextDue();
    }

    Shard shard() {
        return shard;
    }

    Map<String, String> partition() {
        return partition;
    }

    long position() {
        return tape.position();
    }

    /** The number of the next record in the whole connector. */
    long ordinal() {
        return tape.ordinal();
    }

    Schedule schedule() {
        return schedule;
    }

    /** Rows that could not be made records of. */
    long badRows() {
        return tape.badRows();
    }

    /** Goes on by another schedule, which holds from the next record on. */
    void follow(Schedule next) {
        schedule = next;
        scheduleText = next.toString();
        due = nextDue();
    }

    /** Whether no record is left. */
    boolean ended() {
        return failure == null && due == Times.NEVER;
    }

    /** When the next record is due by the clock of event times; {@link Times#NEVER} if none is left. */
    long due() {
        return due;
    }

    /** Why the next record cannot be read, null if it can. */
    @Nullable ConnectException failure() {
        return failure;
    }

    private long nextDue() {
        long next = tape.ended() ? Times.NEVER : tape.due(schedule);
        return next < endNanos ? next : Times.NEVER;
    }

    /** What is true behind the next record; it stays the next one. */
    Map<String, Object> truth() {
        return tape.truth(schedule);
    }

    /** The next record. */
    SourceRecord next() {
        Reading reading = tape.next(schedule);
        long position = tape.position();
        lookAhead();
        emitted.accept(reading);
        Rejection rejection = reading.rejection();
        return new SourceRecord(
                partition,
                new StoredOffset(position, scheduleText, ended()),
                rejection == null ? topic : topic + Rejection.TOPIC_SUFFIX,
                null,
                reading.keySchema(),
                reading.key(),
                reading.valueSchema(),
                reading.value(),
                rejection == null ? reading.timestampMillis() : null,
                rejection == null ? headers.of(shard.index(), position - 1, reading.dirt()) : rejection.headers());
    }

    /** What is wrong with the record behind must not keep this one back. */
    private void lookAhead() {
        try {
            due = nextDue();
        } catch (ConnectException e) {
            failure = e;
        }
    }

    @Override
    public void close() {
        tape.close();
    }
}
