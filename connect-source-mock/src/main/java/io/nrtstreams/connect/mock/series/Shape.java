package io.nrtstreams.connect.mock.series;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How records are spread over time around their even steps. Immutable.
 *
 * @param burst null for the feed's own cadence
 */
public record Shape(@Nullable Burst burst, Jitter jitter, DailyCurve curve) {
    /** Nothing but the feed's own cadence. */
    public static final Shape PLAIN = new Shape(null, Jitter.NONE, DailyCurve.EVEN);

    private static final String MARK = "~";
    private static final char BURST = 'b';
    private static final char JITTER = 'j';
    private static final char CURVE = 'c';

    /**
     * Records that come together before a pause that keeps the rate.
     *
     * @param records of a burst, from 1
     * @param gapNanos between two of them, from 0; the mean step where that is shorter
     */
    public record Burst(int records, long gapNanos) {
        public Burst {
            if (records < 1 || gapNanos < 0) {
                throw new IllegalArgumentException("a burst has records from 1 and a gap from 0");
            }
        }
    }

    /**
     * A record comes later by a drawn part of the time to the next one, or of a step where that is shorter: the order
     * stays.
     *
     * @param millionths of that time at most, 0 to 1000000
     * @param seed of the draws
     */
    public record Jitter(int millionths, long seed) {
        /** Every record at its time. */
        public static final Jitter NONE = new Jitter(0, 0);

        private static final double MILLION = 1e6;

        public Jitter {
            if (millionths < 0 || millionths > MILLION) {
                throw new IllegalArgumentException("a jitter is from 0 to 1000000 millionths");
            }
        }

        double share() {
            return millionths / MILLION;
        }
    }

    /** A feed's cadence in this shape. */
    public Cadence over(Cadence usual) {
        return burst == null ? usual : new Cadence(usual.defaultRate(), burst.records, burst.gapNanos);
    }

    /** Nothing for a plain one, else parts such as {@code ~b100:1000000~j500000:42~c36000.36000.…}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (burst != null) {
            text.append(MARK).append(BURST).append(burst.records).append(':').append(burst.gapNanos);
        }
        if (jitter.millionths > 0) {
            text.append(MARK)
                    .append(JITTER)
                    .append(jitter.millionths)
                    .append(':')
                    .append(jitter.seed);
        }
        if (!curve.equals(DailyCurve.EVEN)) {
            text.append(MARK).append(CURVE).append(curve);
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException if a part is of another form than {@link #toString} writes */
    static Shape parse(List<String> parts) {
        Shape shape = PLAIN;
        for (String part : parts) {
            if (part.isEmpty()) {
                throw new IllegalArgumentException("expected a part of a shape");
            }
            shape = shape.with(part.charAt(0), part.substring(1));
        }
        return shape;
    }

    private Shape with(char kind, String text) {
        return switch (kind) {
            case BURST -> new Shape(new Burst(first(text), second(text)), jitter, curve);
            case JITTER -> new Shape(burst, new Jitter(first(text), second(text)), curve);
            case CURVE ->
                new Shape(
                        burst,
                        jitter,
                        DailyCurve.ofParts(Arrays.stream(text.split("\\.", -1))
                                .mapToInt(Integer::parseInt)
                                .toArray()));
            default -> throw new IllegalArgumentException("there is no such part of a shape");
        };
    }

    private static int first(String pair) {
        return Integer.parseInt(pair.substring(0, colon(pair)));
    }

    private static long second(String pair) {
        return Long.parseLong(pair.substring(colon(pair) + 1));
    }

    private static int colon(String pair) {
        int colon = pair.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("expected two numbers");
        }
        return colon;
    }
}
