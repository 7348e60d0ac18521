package io.nrtstreams.connect.mock.series;

/**
 * A stretch of a schedule with one start and one step.
 *
 * @param from the first position it holds for
 * @param startNanos the nominal time of that position (see {@link DailyCurve}), in nanoseconds since the epoch
 * @param stepNanos nanoseconds between two records of the whole connector, at least 1; in a replay that follows the
 *     recorded clock, nanoseconds per recorded second
 */
public record Segment(long from, long startNanos, long stepNanos) {
    public Segment {
        if (from < 0 || startNanos < 0 || stepNanos < 1) {
            throw new IllegalArgumentException("a segment has a position and a start from 0 and a step from 1");
        }
    }

    /** The form {@code from@start+step} that {@link #parse} reads. */
    @Override
    public String toString() {
        return from + "@" + startNanos + "+" + stepNanos;
    }

    /** @throws IllegalArgumentException if the text is not of the form {@code from@start+step} */
    static Segment parse(String text) {
        int at = text.indexOf('@');
        int plus = text.indexOf('+');
        if (at < 0 || plus < at) {
            throw unlikeForm();
        }
        return new Segment(
                number(text.substring(0, at)), number(text.substring(at + 1, plus)), number(text.substring(plus + 1)));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            // The parser's own message repeats the text, so it is not passed on.
            throw unlikeForm();
        }
    }

    private static IllegalArgumentException unlikeForm() {
        return new IllegalArgumentException("expected a segment of the form position@startNanos+stepNanos");
    }
}
