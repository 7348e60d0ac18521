package io.nrtstreams.connect.mock.feed;

import io.nrtstreams.connect.mock.series.DirtKind;
import io.nrtstreams.connect.mock.series.Draws;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which records are spoilt, and how: every record draws at most one kind of defect, from draws of its own, so that
 * the clean records are the same with and without dirt. Immutable.
 */
public final class Dirt {
    /** The draw that says where a record is spoilt; the draw before it says whether and how. */
    static final int PLACE = 1;

    private static final int KIND = 0;

    private final DirtKind[] kinds;
    private final double[] upTo;
    private final Draws draws;

    /**
     * @param rates the share of records with each kind, 0..1, together at most 1
     * @param draws the draws of dirt alone
     */
    public Dirt(Map<DirtKind, Double> rates, Draws draws) {
        Map<DirtKind, Double> planted = new EnumMap<>(DirtKind.class);
        rates.forEach((kind, rate) -> {
            if (rate > 0) {
                planted.put(kind, rate);
            }
        });
        this.kinds = planted.keySet().toArray(new DirtKind[0]);
        this.upTo = new double[kinds.length];
        this.draws = draws;
        double sum = 0;
        for (int i = 0; i < kinds.length; i++) {
            sum += planted.getOrDefault(kinds[i], 0.0);
            upTo[i] = sum;
        }
    }

    /** The defect of a record, null where it stays clean. */
    @Nullable DirtKind of(long record) {
        if (kinds.length == 0) {
            return null;
        }
        double draw = draws.unit(record, KIND);
        for (int i = 0; i < kinds.length; i++) {
            if (draw < upTo[i]) {
                return kinds[i];
            }
        }
        return null;
    }

    Draws draws() {
        return draws;
    }
}
