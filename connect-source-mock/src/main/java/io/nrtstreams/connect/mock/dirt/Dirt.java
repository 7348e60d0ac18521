package io.nrtstreams.connect.mock.dirt;

import io.nrtstreams.connect.mock.series.DirtKind;
import io.nrtstreams.connect.mock.series.Draws;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which records are spoilt, and how: every kind draws on its own, in the order of {@link DirtKind}, from the records
 * that those before it left clean. So a record has one defect at most, each kind has exactly its share, clean records
 * are the same with and without dirt, and one kind's records do not change with the share of a kind behind it.
 * Immutable.
 */
public final class Dirt {
    /** No record is spoilt. */
    public static final Dirt NONE = new Dirt(List.of(), 1);

    /** The draw that says whether a record is spoilt; those behind it say where and how. */
    private static final int WHETHER = 0;

    private static final int HOW_LATE = 4;

    private final Rate[] rates;
    private final double[] thresholds;
    private final long mostLateNanos;

    /**
     * How often a kind comes.
     *
     * @param share of the records, above 0 and at most 1
     * @param draws of this kind alone
     */
    public record Rate(DirtKind kind, double share, Draws draws) {}

    /**
     * @param rates one a kind at most, together at most 1
     * @param mostLateNanos how late a late record is at most, above 0
     */
    public Dirt(List<Rate> rates, long mostLateNanos) {
        this.rates = rates.stream().sorted(Comparator.comparing(Rate::kind)).toArray(Rate[]::new);
        this.thresholds = thresholds(this.rates);
        this.mostLateNanos = mostLateNanos;
    }

    /** The shares of what the kinds before leave. */
    private static double[] thresholds(Rate[] rates) {
        double[] thresholds = new double[rates.length];
        double left = 1;
        for (int i = 0; i < rates.length; i++) {
            thresholds[i] = left <= 0 ? 0 : rates[i].share / left;
            left -= rates[i].share;
        }
        return thresholds;
    }

    /** The defect of a record, null where it stays clean. */
    public @Nullable Rate of(long record) {
        for (int i = 0; i < rates.length; i++) {
            if (rates[i].draws.unit(record, WHETHER) < thresholds[i]) {
                return rates[i];
            }
        }
        return null;
    }

    /** How late a late record is, in nanoseconds: at least a tenth of the most. */
    public long lateness(Draws draws, long record) {
        return (long) (mostLateNanos * (0.1 + 0.9 * draws.unit(record, HOW_LATE)));
    }
}
