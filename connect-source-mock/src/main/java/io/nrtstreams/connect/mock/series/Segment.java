package io.nrtstreams.connect.mock.series;

import java.util.List;

/**
 * A stretch of a schedule with one start, one step and one shape.
 *
 * @param from the first position it holds for
 * @param startNanos the nominal time of that position (see {@link DailyCurve}), in nanoseconds since the epoch
 * @param step between two records of the whole connector; in a replay that follows the recorded clock, of a recorded
 *     second
 * @param shape how records are spread around their steps
 */
public record Segment(long from, long startNanos, Step step, Shape shape) {
    /** A start before the end of times, and the place in a round of all devices. */
    private static final long LATEST_START = Times.END + Step.LONGEST;

    public Segment {
        if (from < 0 || startNanos < 0 || startNanos > LATEST_START) {
            throw new IllegalArgumentException("a segment has a position from 0 and a start from 1970 to 2110");
        }
        Shape.Burst burst = shape.burst();
        if (burst != null && burst.records() > Step.LONGEST / step.mean()) {
            throw new IllegalArgumentException("bursts are at most 3650 days apart");
        }
    }

    /** A segment of a plain shape with a step of whole nanoseconds. */
    public Segment(long from, long startNanos, long stepNanos) {
        this(from, startNanos, Step.of(stepNanos), Shape.PLAIN);
    }

    /** The mean step in whole nanoseconds. */
    public long stepNanos() {
        return step.mean();
    }

    /** The form {@code from@start+step}, with the parts of the shape behind it, that {@link #parse} reads. */
    @Override
    public String toString() {
        return from + "@" + startNanos + "+" + step + shape;
    }

    /** @throws IllegalArgumentException if the text is not of that form */
    static Segment parse(String text) {
        int at = text.indexOf('@');
        int plus = text.indexOf('+');
        if (at < 0 || plus < at) {
            throw unlikeForm();
        }
        List<String> parts = List.of(text.substring(plus + 1).split("~", -1));
        try {
            return new Segment(
                    Long.parseLong(text.substring(0, at)),
                    Long.parseLong(text.substring(at + 1, plus)),
                    Step.parse(parts.get(0)),
                    Shape.parse(parts.subList(1, parts.size())));
        } catch (NumberFormatException e) {
            // The parser's own message repeats the text, so it is not passed on.
            throw unlikeForm();
        }
    }

    private static IllegalArgumentException unlikeForm() {
        return new IllegalArgumentException("expected a segment of the form position@startNanos+stepNanos");
    }
}
