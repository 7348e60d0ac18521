package io.nrtstreams.connect.mock.world.noise;

import io.nrtstreams.connect.mock.series.Draws;
import java.time.Duration;

/**
 * Something that is on now and then, for each of many series: time is parted into frames, and in a frame it is on at
 * most once, from a drawn instant on and for a drawn while, within the frame. Any instant is computed alone, at the
 * cost of at most three draws. Immutable.
 */
public final class Spells {
    private static final int FRAME_BITS = 38;
    private static final int SHIFT = 0;
    private static final int HAPPENS = 1;
    private static final int LENGTH = 2;
    private static final int START = 3;

    private final Draws draws;
    private final double framesPerSecond;
    private final double probability;
    private final double shortest;
    private final double longest;

    private Spells(Draws draws, Duration frame, double probability, Duration shortest, Duration longest) {
        this.draws = draws;
        this.framesPerSecond = 1.0 / frame.toSeconds();
        this.probability = probability;
        this.shortest = shortest.toSeconds() * framesPerSecond;
        this.longest = longest.toSeconds() * framesPerSecond;
    }

    /**
     * The spells of a purpose.
     *
     * @param frame should be no part of an hour, or they keep to the same minutes
     * @param probability of a spell in a frame, 0..1
     * @param longest at most the frame
     */
    public static Spells of(
            long seed, String purpose, Duration frame, double probability, Duration shortest, Duration longest) {
        return new Spells(Draws.of(seed, purpose), frame, probability, shortest, longest);
    }

    /** Whether it is on at an instant in seconds since the epoch; {@code series} as in {@link Noise}. */
    public boolean on(long series, double epochSeconds) {
        long first = series << FRAME_BITS;
        double place = epochSeconds * framesPerSecond + draws.unit(first, SHIFT);
        double floor = Math.floor(place);
        long frame = first + (long) floor;
        if (draws.unit(frame, HAPPENS) >= probability) {
            return false;
        }
        double length = shortest + (longest - shortest) * draws.unit(frame, LENGTH);
        double start = (1 - length) * draws.unit(frame, START);
        double part = place - floor;
        return part >= start && part < start + length;
    }

    /** The share of time it is on. */
    public double share() {
        return probability * (shortest + longest) / 2;
    }

    /** 1 where it is on and 0 where not, less its mean. */
    public double deviation(long series, double epochSeconds) {
        return (on(series, epochSeconds) ? 1 : 0) - share();
    }
}
