package io.nrtstreams.connect.mock.generated;

import io.nrtstreams.connect.mock.dirt.Defects;
import io.nrtstreams.connect.mock.dirt.Dirt;
import io.nrtstreams.connect.mock.feed.Feed;
import io.nrtstreams.connect.mock.feed.Sample;
import io.nrtstreams.connect.mock.output.Rendered;
import io.nrtstreams.connect.mock.output.Rendering;
import io.nrtstreams.connect.mock.series.DirtKind;
import io.nrtstreams.connect.mock.series.Reading;
import io.nrtstreams.connect.mock.series.Schedule;
import io.nrtstreams.connect.mock.series.Shard;
import io.nrtstreams.connect.mock.series.Tape;
import io.nrtstreams.connect.mock.series.Timeline;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes one record after the other. Not thread-safe. */
final class GeneratedTape implements Tape {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Feed feed;
    private final Dirt dirt;
    private final Rendering rendering;
    private final Defects defects;
    private final Timeline timeline;
    private final Shard shard;
    private final long end;
    private long position;
    private long duePosition = -1;
    private long dueNanos;
    private @Nullable Schedule dueBy;

    GeneratedTape(GeneratedContent content, Shard shard, long position, long end) {
        this.feed = content.feed();
        this.dirt = content.dirt();
        this.rendering = Rendering.of(content.output(), feed.nativeForm());
        this.defects = new Defects(feed.spoilage(), feed.valueSchema(), rendering);
        this.timeline = new Timeline(feed.cadence(), shard);
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
    public long ordinal() {
        return shard.ordinal(position);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // The same object is the same schedule, and equal ones cost little.
    public long due(Schedule schedule) {
        // Asked before the record is read and again to make it.
        if (duePosition != position || dueBy != schedule) {
            dueNanos = timeline.at(schedule, position);
            duePosition = position;
            dueBy = schedule;
        }
        return dueNanos;
    }

    @Override
    public Map<String, Object> truth(Schedule schedule) {
        return feed.truth(shard, position, due(schedule));
    }

    @Override
    public Reading next(Schedule schedule) {
        long ordinal = shard.ordinal(position);
        Dirt.Rate planted = dirt.of(ordinal);
        Reading reading = planted == null
                ? clean(position, due(schedule), null)
                : planted.kind().isOfTime()
                        ? displaced(schedule, planted, ordinal)
                        : spoilt(due(schedule), planted, ordinal);
        position++;
        return reading;
    }

    private Reading clean(long at, long eventNanos, @Nullable DirtKind kind) {
        Sample sample = feed.sample(shard, at, eventNanos);
        return reading(sample, rendering.clean(sample.value()), eventNanos, kind);
    }

    private Reading spoilt(long eventNanos, Dirt.Rate planted, long ordinal) {
        Sample sample = feed.sample(shard, position, eventNanos);
        Defects.Spoilt spoilt = defects.spoilt(planted.kind(), sample.value(), planted.draws(), ordinal);
        return reading(sample, spoilt.value(), eventNanos, spoilt.kind());
    }

    /** A record out of its time; where there is none of its device before it that it could refer to, it stays clean. */
    private Reading displaced(Schedule schedule, Dirt.Rate planted, long ordinal) {
        long eventNanos = due(schedule);
        if (planted.kind() == DirtKind.LATE) {
            long late = Math.max(0, eventNanos - dirt.lateness(planted.draws(), ordinal));
            return clean(position, late, DirtKind.LATE);
        }
        long before = position - shard.size();
        if (before < schedule.first() || dirt.of(shard.ordinal(before)) != null) {
            return clean(position, eventNanos, null);
        }
        long beforeNanos = timeline.at(schedule, before);
        if (planted.kind() == DirtKind.DUPLICATE) {
            return clean(before, beforeNanos, DirtKind.DUPLICATE);
        }
        long half = (eventNanos - beforeNanos) / 2;
        return clean(position, Math.max(0, beforeNanos - half - NANOS_PER_MILLI), DirtKind.OUT_OF_ORDER);
    }

    private Reading reading(Sample sample, Rendered value, long eventNanos, @Nullable DirtKind kind) {
        return new Reading(
                sample.key() == null ? null : feed.keySchema(),
                sample.key(),
                value.schema(),
                value.value(),
                eventNanos / NANOS_PER_MILLI,
                kind);
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
