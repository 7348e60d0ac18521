package io.nrtstreams.connect.mock.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * When the records of one shard are due: segments in the order of their positions.
 *
 * <p>It travels in the source offset as one text, {@code shards|from@start+step,from@start+step}, so the last offset
 * is enough to recompute the time of every record before it. At most {@value #MAX_SEGMENTS} segments are kept (about
 * 50 bytes each, 250 with a daily curve); the oldest go first, and with them the times of the records before the first
 * segment kept.
 *
 * <p>Immutable.
 *
 * @param shards the number of shards the positions were counted with
 * @param segments at least one, with ascending positions
 */
public record Schedule(int shards, List<Segment> segments) {
    /** The most segments that are kept. */
    public static final int MAX_SEGMENTS = 1000;

    public Schedule {
        segments = List.copyOf(segments);
        if (shards < 1 || segments.isEmpty() || segments.size() > MAX_SEGMENTS) {
            throw new IllegalArgumentException(
                    "a schedule has at least one shard and from 1 to " + MAX_SEGMENTS + " segments");
        }
        for (int i = 1; i < segments.size(); i++) {
            if (segments.get(i).from() <= segments.get(i - 1).from()) {
                throw new IllegalArgumentException("the segments of a schedule have ascending positions");
            }
        }
    }

    /** The segment that holds the newest records. */
    public Segment last() {
        return segments.get(segments.size() - 1);
    }

    /** The first position whose time is known. */
    public long first() {
        return segments.get(0).from();
    }

    /**
     * The segment of a position.
     *
     * @throws IllegalArgumentException if {@code position} is before {@link #first()}
     */
    public Segment at(long position) {
        Segment last = last();
        if (position >= last.from()) {
            return last;
        }
        if (position < first()) {
            throw new IllegalArgumentException("the time of position " + position
                    + " is no longer known: the schedule begins at position " + first());
        }
        int low = 0;
        int high = segments.size() - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (segments.get(middle).from() <= position) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return segments.get(low);
    }

    /** This schedule with {@code next} from its position on; a last segment that no record used is replaced. */
    public Schedule then(Segment next) {
        List<Segment> all = new ArrayList<>(segments);
        all.removeIf(segment -> segment.from() >= next.from());
        all.add(next);
        return new Schedule(shards, all.subList(Math.max(0, all.size() - MAX_SEGMENTS), all.size()));
    }

    /** The beginning of this schedule, and {@code next}, of a later position. */
    Schedule fromOrigin(Segment next) {
        return new Schedule(shards, List.of(segments.get(0), next));
    }

    /** The form {@code shards|from@start+step,…} that {@link #parse} reads. */
    @Override
    public String toString() {
        return segments.stream().map(Segment::toString).collect(Collectors.joining(",", shards + "|", ""));
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException if it is something else; the message says what was expected
     */
    public static Schedule parse(String text) {
        int bar = text.indexOf('|');
        if (bar < 0) {
            throw unlikeForm();
        }
        return new Schedule(
                shards(text.substring(0, bar)),
                Arrays.stream(text.substring(bar + 1).split(",", -1))
                        .map(Segment::parse)
                        .toList());
    }

    private static int shards(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            // The parser's own message repeats the text, so it is not passed on.
            throw unlikeForm();
        }
    }

    private static IllegalArgumentException unlikeForm() {
        return new IllegalArgumentException("expected a schedule of the form shards|position@startNanos+stepNanos,…");
    }
}
