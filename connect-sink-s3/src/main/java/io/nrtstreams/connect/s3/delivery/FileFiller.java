package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.format.BadRecordException;
import io.nrtstreams.connect.s3.format.FileShape;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Makes files and fills them with records. What a format throws is turned into a {@link BadRecordException} that says
 * nothing of the data. Owned by the task's thread.
 */
final class FileFiller {
    private static final long NO_TIMESTAMP = -1;

    private final RotationPolicy rotation;
    private final Clocks clocks;
    private final RecordTimes times;
    private Instant now;

    FileFiller(RotationPolicy rotation, RecordTimes times, Clocks clocks) {
        this.rotation = rotation;
        this.times = times;
        this.clocks = clocks;
        this.now = clocks.now();
    }

    /** Reads the clock: what is done until the next call counts as done at that moment. */
    Instant tick() {
        now = clocks.now();
        return now;
    }

    /** An empty file that will begin with {@code record}. */
    OpenFile begin(FileShape shape, SinkRecord record) {
        Position first = new Position(record.originalKafkaOffset(), timestamp(record), time(record));
        return new OpenFile(shape.begin(), rotation.dueOnceOpen(clocks), first, now);
    }

    /**
     * Appends the record, whole or not at all; false if the file's shape has no place for it.
     *
     * @throws BadRecordException if it cannot be written
     */
    boolean append(OpenFile file, SinkRecord record) {
        return described(() -> file.append(record, now));
    }

    /**
     * The shape of files that have a place for the record as well.
     *
     * @throws BadRecordException if there can be none
     */
    FileShape widen(FileShape shape, SinkRecord record) {
        return described(() -> shape.widenedFor(record));
    }

    /** Whether the record belongs in a file after the open one, by its time. */
    boolean isPast(OpenFile file, SinkRecord record) {
        return rotation.recordTime().isPresent() && rotation.isPast(file, time(record));
    }

    /** Encoding has no other effect, so whatever fails is the record's; its message may hold data. */
    private static <T> T described(Supplier<T> encoding) {
        try {
            return encoding.get();
        } catch (BadRecordException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new BadRecordException("it cannot be written, perhaps as its value does not match its schema ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    private long time(SinkRecord record) {
        return rotation.recordTime().isPresent() ? times.of(record) : RecordTimes.NONE;
    }

    static long timestamp(SinkRecord record) {
        Long timestamp = record.timestamp();
        return timestamp == null ? NO_TIMESTAMP : timestamp;
    }
}
