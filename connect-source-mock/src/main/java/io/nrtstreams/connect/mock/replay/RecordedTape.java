package io.nrtstreams.connect.mock.replay;

import io.nrtstreams.connect.mock.feed.NativeForm;
import io.nrtstreams.connect.mock.output.Output;
import io.nrtstreams.connect.mock.output.Rendered;
import io.nrtstreams.connect.mock.output.Rendering;
import io.nrtstreams.connect.mock.series.Reading;
import io.nrtstreams.connect.mock.series.Rejection;
import io.nrtstreams.connect.mock.series.Schedule;
import io.nrtstreams.connect.mock.series.Segment;
import io.nrtstreams.connect.mock.series.Tape;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a recording from a position on. Positions count rows, bad ones included, through all passes. A position is
 * reached by passing over the rows before it in its pass, so a start takes time in proportion to them; with several
 * passes the whole recording is read once more at the start. Memory is for one row. Not thread-safe.
 */
final class RecordedTape implements Tape {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedTape.class);

    /** One warning for so many rows that are passed over. */
    private static final long WARN_EVERY = 1_000;

    private static final long MICROS_PER_MILLI = 1_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final RecordedContent content;
    private final Recording recording;
    private final @Nullable Survey survey;
    private final Shift shift;
    private final Rendering rendering;
    private final RecordedClock clock = new RecordedClock();
    private final long periodMillis;
    private final long end;
    private long position;
    private long pass;
    private final AtomicLong badRows = new AtomicLong();
    private @Nullable Ahead ahead;

    /** What the recording is at: a row, or what is wrong with it. */
    private record Ahead(
            @Nullable RecordedRow row, @Nullable BadRowException bad) {}

    private RecordedTape(RecordedContent content, Recording recording, @Nullable Survey survey, long end) {
        this.content = content;
        this.recording = recording;
        this.survey = survey;
        this.shift = new Shift(content.layout());
        // What a recording's rows were written as is known better than any form: their text is handed over itself.
        this.rendering = Rendering.of(content.output(), NativeForm.JSON);
        this.periodMillis =
                survey == null || !content.playback().loops() ? 0 : survey.periodMillis(shift.granularityMillis());
        this.end = end;
    }

    /** @throws RecordingException if the file cannot be read, or has fewer rows than {@code position} */
    static RecordedTape open(RecordedContent content, long position, long end) {
        Playback playback = content.playback();
        boolean surveyed = playback.loops() || playback.origin().moved();
        Survey survey = surveyed ? Survey.of(content, playback.loops()) : null;
        Recording recording = Recording.open(content.replay(), content.layout());
        RecordedTape tape = new RecordedTape(content, recording, survey, end);
        try {
            tape.passOver(position);
        } catch (RecordingException e) {
            recording.close();
            throw e;
        }
        LOG.info(
                "{} is replayed from position {} with the columns {}",
                content.replay().source(),
                position,
                TypeText.shown(content.layout().columns()));
        return tape;
    }

    private void passOver(long target) {
        if (survey != null && content.playback().loops()) {
            pass = Math.min(target / survey.rows(), content.playback().passes() - 1);
            position = pass * survey.rows();
        }
        for (; position < target; position++) {
            if (!recording.next()) {
                throw new RecordingException(
                        content.replay().source() + ": has " + position + " records, but " + target
                                + " were emitted; put the whole file back, or reset the connector's offsets",
                        null);
            }
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long badRows() {
        return badRows.get();
    }

    @Override
    public boolean ended() {
        return ahead == null && !find();
    }

    /** Goes to the next row that becomes a record; false if there is none. */
    private boolean find() {
        while (position < end) {
            if (recording.next()) {
                ahead = taken();
                if (ahead != null) {
                    return true;
                }
                position++;
            } else if (!nextPass()) {
                return false;
            }
        }
        return false;
    }

    private @Nullable Ahead taken() {
        try {
            return new Ahead(recording.read(), null);
        } catch (BadRowException e) {
            return switch (content.badRows()) {
                case FAIL -> throw new RecordingException(e.at(recording.coordinates()), null);
                case REJECT -> {
                    badRows.incrementAndGet();
                    yield new Ahead(null, e);
                }
                case SKIP -> {
                    if (badRows.getAndIncrement() % WARN_EVERY == 0) {
                        LOG.warn(
                                "{} bad rows are passed over so far, the last at {}",
                                badRows,
                                e.at(recording.coordinates()));
                    }
                    yield null;
                }
            };
        }
    }

    private boolean nextPass() {
        if (survey == null || pass + 1 >= content.playback().passes()) {
            return false;
        }
        if (position != (pass + 1) * survey.rows()) {
            throw new RecordingException(
                    content.replay().source() + ": has no longer the " + survey.rows()
                            + " rows that it had at the start; put it back as it was, or reset the connector's offsets",
                    null);
        }
        pass++;
        recording.rewind();
        return true;
    }

    @Override
    public long due(Schedule schedule) {
        Segment segment = schedule.last();
        if (content.playback().clock() == Playback.Clock.STEPS) {
            return segment.startNanos() + (position - segment.from()) * segment.stepNanos();
        }
        return clock.due(segment, ahead().row(), pass * periodMillis);
    }

    @Override
    public Reading next(Schedule schedule) {
        Ahead taken = ahead();
        String text = taken.row() == null || content.output() == Output.NATIVE ? recording.text() : "";
        Reading reading =
                taken.row() != null ? reading(taken.row(), shiftMillis(schedule), text) : rejected(taken.bad(), text);
        ahead = null;
        position++;
        return reading;
    }

    private Reading reading(RecordedRow row, long shiftMillis, String text) {
        long millis = row.micros() / MICROS_PER_MILLI + shiftMillis;
        if (shiftMillis != 0) {
            move(row, shiftMillis);
        }
        if (millis < 0) {
            throw new RecordingException(
                    recording.coordinates() + ": its time is moved to before 1970; choose a later replay.rebase", null);
        }
        String key = content.layout().key(row.value());
        Rendered value = content.output() == Output.NATIVE
                ? new Rendered(Schema.STRING_SCHEMA, text)
                : rendering.clean(row.value());
        return new Reading(key == null ? null : Schema.STRING_SCHEMA, key, value.schema(), value.value(), millis, null);
    }

    private void move(RecordedRow row, long shiftMillis) {
        try {
            shift.apply(row.value(), shiftMillis);
        } catch (ArithmeticException e) {
            throw new RecordingException(
                    recording.coordinates() + ": its time, moved by replay.rebase or replay.loop, is too large for the"
                            + " type of its column; declare int64 or timestamp in replay.columns",
                    e);
        }
    }

    private Reading rejected(@Nullable BadRowException bad, String text) {
        if (bad == null) {
            throw new IllegalStateException("a row is good or bad");
        }
        return Reading.rejected(
                text,
                new Rejection(
                        "replay",
                        bad.column(),
                        bad.rule(),
                        bad.reason(),
                        String.valueOf(recording.file().getFileName()),
                        recording.line()));
    }

    private long shiftMillis(Schedule schedule) {
        return originShift(schedule) + pass * periodMillis;
    }

    private long originShift(Schedule schedule) {
        Playback.Origin origin = content.playback().origin();
        if (survey == null || !origin.moved()) {
            return 0;
        }
        OptionalLong given = origin.millis();
        long target = given.isPresent()
                ? given.getAsLong()
                : schedule.segments().get(0).startNanos() / NANOS_PER_MILLI;
        // Down to what all columns can follow, so that the first record is not after its time.
        long granularity = shift.granularityMillis();
        return Math.floorDiv(target - survey.firstMillis(), granularity) * granularity;
    }

    private Ahead ahead() {
        if (ended()) {
            throw new IllegalStateException("the recording has ended");
        }
        return Objects.requireNonNull(ahead, "a row was found");
    }

    @Override
    public void close() {
        recording.close();
    }
}
