package io.nrtstreams.connect.mock.feed;

import io.nrtstreams.connect.mock.series.DirtKind;
import io.nrtstreams.connect.mock.series.Reading;
import io.nrtstreams.connect.mock.series.Schedule;
import io.nrtstreams.connect.mock.series.Segment;
import io.nrtstreams.connect.mock.series.Shard;
import io.nrtstreams.connect.mock.series.Tape;

/** Computes one record after the other. Not thread-safe. */
final class GeneratedTape implements Tape {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Feed feed;
    private final Dirt dirt;
    private final Shard shard;
    private final long end;
    private long position;

    GeneratedTape(Feed feed, Dirt dirt, Shard shard, long position, long end) {
        this.feed = feed;
        this.dirt = dirt;
        this.shard = shard;
        this.position = position;
        this.end = end;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public boolean ended() {
        return position >= end;
    }

    @Override
    public long due(Schedule schedule) {
        Segment segment = schedule.at(position);
        long passed =
                feed.cadence().between(shard.ordinal(segment.from()), shard.ordinal(position), segment.stepNanos());
        return segment.startNanos() + passed;
    }

    @Override
    public Reading next(Schedule schedule) {
        long eventNanos = due(schedule);
        Message message = feed.message(shard, position, eventNanos);
        long ordinal = shard.ordinal(position);
        DirtKind kind = dirt.of(ordinal);
        if (kind != null) {
            message = feed.spoilt(message, kind, dirt.draws(), ordinal);
        }
        position++;
        return new Reading(message.key(), message.schema(), message.value(), eventNanos / NANOS_PER_MILLI, kind);
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
