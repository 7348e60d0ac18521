package io.nrtstreams.connect.mock.replay;

import io.nrtstreams.connect.mock.series.Reading;
import io.nrtstreams.connect.mock.series.Schedule;
import io.nrtstreams.connect.mock.series.Segment;
import io.nrtstreams.connect.mock.series.Tape;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recording from a position on. A position is reached by passing over the records before it, so a start takes
 * time in proportion to the position, and memory for one record. Not thread-safe.
 */
final class RecordedTape implements Tape {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final CsvRecording recording;
    private final RecordedContent.Clock clock;
    private final long end;
    private long position;
    private @Nullable RecordedRow ahead;
    private long anchor = -1;
    private long anchorNanos;

    private RecordedTape(CsvRecording recording, RecordedContent.Clock clock, long position, long end) {
        this.recording = recording;
        this.clock = clock;
        this.position = position;
        this.end = end;
    }

    /** @throws RecordingException if the file cannot be read, or has fewer records than {@code position} */
    static RecordedTape open(Replay replay, RecordedContent.Clock clock, long position, long end) {
        CsvRecording recording = CsvRecording.open(replay);
        try {
            for (long passed = 0; passed < position; passed++) {
                if (!recording.hasNext()) {
                    throw new RecordingException(
                            replay.file() + ": has " + passed + " records, but " + position
                                    + " were emitted; put the whole file back, or reset the connector's offsets",
                            null);
                }
                recording.skip();
            }
        } catch (RecordingException e) {
            recording.close();
            throw e;
        }
        return new RecordedTape(recording, clock, position, end);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public boolean ended() {
        return position >= end || (ahead == null && !recording.hasNext());
    }

    @Override
    public long due(Schedule schedule) {
        Segment segment = schedule.last();
        if (clock == RecordedContent.Clock.STEPS) {
            return segment.startNanos() + (position - segment.from()) * segment.stepNanos();
        }
        long nanos = ahead().nanos();
        if (anchor != segment.from()) {
            anchor = segment.from();
            anchorNanos = nanos;
        }
        return segment.startNanos() + (long) ((nanos - anchorNanos) / NANOS_PER_SECOND * segment.stepNanos());
    }

    @Override
    public Reading next(Schedule schedule) {
        RecordedRow row = ahead();
        ahead = null;
        position++;
        return new Reading(
                row.key() == null ? null : Schema.STRING_SCHEMA,
                row.key(),
                row.value().schema(),
                row.value(),
                row.nanos() / NANOS_PER_MILLI,
                null);
    }

    private RecordedRow ahead() {
        RecordedRow row = ahead;
        if (row == null) {
            row = recording.next();
            ahead = row;
        }
        return row;
    }

    @Override
    public void close() {
        recording.close();
    }
}
