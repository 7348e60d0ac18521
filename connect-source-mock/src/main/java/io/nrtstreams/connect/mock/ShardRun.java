package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.mock.series.DirtKind;
import io.nrtstreams.connect.mock.series.Reading;
import io.nrtstreams.connect.mock.series.Rejection;
import io.nrtstreams.connect.mock.series.Schedule;
import io.nrtstreams.connect.mock.series.Tape;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** A shard that is being emitted: its tape, the schedule it follows, and the records made of both. Not thread-safe. */
final class ShardRun implements AutoCloseable {
    private final Map<String, String> partition;
    private final String topic;
    private final Tape tape;
    private Schedule schedule;
    private String scheduleText;

    ShardRun(Map<String, String> partition, String topic, Tape tape, Schedule schedule) {
        this.partition = partition;
        this.topic = topic;
        this.tape = tape;
        this.schedule = schedule;
        this.scheduleText = schedule.toString();
    }

    Map<String, String> partition() {
        return partition;
    }

    long position() {
        return tape.position();
    }

    Schedule schedule() {
        return schedule;
    }

    /** Goes on by another schedule, which holds from the next record on. */
    void follow(Schedule next) {
        schedule = next;
        scheduleText = next.toString();
    }

    boolean ended() {
        return tape.ended();
    }

    /** When the next record is due, in nanoseconds since the epoch; {@link Long#MAX_VALUE} if none is left. */
    long due() {
        return tape.ended() ? Long.MAX_VALUE : tape.due(schedule);
    }

    /** The next record. */
    SourceRecord next() {
        Reading reading = tape.next(schedule);
        Rejection rejection = reading.rejection();
        return new SourceRecord(
                partition,
                SourceOffset.stored(tape.position(), scheduleText),
                rejection == null ? topic : topic + Rejection.TOPIC_SUFFIX,
                null,
                reading.keySchema(),
                reading.key(),
                reading.valueSchema(),
                reading.value(),
                rejection == null ? reading.timestampMillis() : null,
                rejection == null ? headers(reading.dirt()) : rejection.headers());
    }

    private static @Nullable Iterable<Header> headers(@Nullable DirtKind dirt) {
        return dirt == null ? null : new ConnectHeaders(List.of()).addString(DirtKind.HEADER, dirt.label());
    }

    @Override
    public void close() {
        tape.close();
    }
}
