package io.nrtstreams.connect.mock.world.climate;

import io.nrtstreams.connect.mock.feed.City;
import io.nrtstreams.connect.mock.world.noise.YearCurve;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The yearly cycle of a place. Immutable. */
final class Seasons {
    final Normals normals;
    final Sun sun;
    final YearCurve mean;
    final YearCurve swing;
    final YearCurve dewPoint;
    final YearCurve cloud;
    final YearCurve pressure;
    final YearCurve wind;
    final YearCurve windFrom;
    final YearCurve rainsAbove;
    final YearCurve spells;

    Seasons(City place) {
        normals = Normals.of(place);
        sun = new Sun(place);
        mean = YearCurve.ofMonths(months(month -> mean(normals, month)));
        swing = YearCurve.ofMonths(
                months(month -> (normals.highs().get(month) - normals.lows().get(month)) / 2));
        dewPoint = YearCurve.ofMonths(months(month ->
                Vapour.dewPoint(mean(normals, month), normals.humidity().get(month))));
        cloud = YearCurve.ofMonths(months(month -> normals.cloud().get(month) / 100));
        pressure = YearCurve.ofMonths(months(normals.pressure()::get));
        wind = YearCurve.ofMonths(months(normals.wind()::get));
        windFrom = YearCurve.ofMonths(months(normals.windFrom()::get));
        spells = YearCurve.ofMonths(months(normals.spells()::get));
        rainsAbove =
                YearCurve.ofMonths(months(month -> exceededBy(normals.raining().get(month))));
    }

    private static double mean(Normals normals, int month) {
        return (normals.highs().get(month) + normals.lows().get(month)) / 2;
    }

    private static double[] months(IntToDoubleFunction ofMonth) {
        return IntStream.range(0, 12).mapToDouble(ofMonth).toArray();
    }

    /** What a normal variable exceeds with a probability (Tukey's lambda distribution with lambda = 0.14). */
    private static double exceededBy(double probability) {
        return 4.91 * (StrictMath.pow(1 - probability, 0.14) - StrictMath.pow(probability, 0.14));
    }
}
