package io.nrtstreams.connect.mock.realistic;

import io.nrtstreams.connect.mock.feed.City;
import io.nrtstreams.connect.mock.world.LeastSquares;
import io.nrtstreams.connect.mock.world.World;
import io.nrtstreams.connect.mock.world.home.House;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.connect.data.Struct;

/**
 * A fit of the published form of a house's load to its readings every ten minutes and to the temperatures that the
 * weather feed reports at the same instants: {@code usage ~ 1 + occupancy + max(0, T - coolAbove) + max(0, heatBelow -
 * T)}; where a house is heated or cooled at fewer than one reading in 50, without that.
 *
 * @param ofTemperature R² of {@code usage ~ 1 + T}
 * @param perDegree slope of {@code usage ~ 1 + T}
 */
record LoadFit(
        double base,
        double activity,
        double cooling,
        double heating,
        double rSquared,
        double perDegree,
        double ofTemperature) {
    private static final long STEP = 600_000_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final int RARE = 50;

    private record Row(double usage, double celsius, double occupancy) {}

    static LoadFit of(long seed, int nth, String from, String to) {
        House house = World.of(seed).houses().house(nth);
        List<Row> rows = rows(seed, nth, house, Rows.nanos(from), Rows.nanos(to));
        boolean cooled = isUsual(rows, row -> row.celsius > house.coolAboveC());
        boolean heated = isUsual(rows, row -> row.celsius < house.heatBelowC());
        LeastSquares whole = new LeastSquares();
        LeastSquares temperature = new LeastSquares();
        for (Row row : rows) {
            double above = cooled ? Math.max(0, row.celsius - house.coolAboveC()) : 0;
            double below = heated ? Math.max(0, house.heatBelowC() - row.celsius) : 0;
            whole.add(row.usage, 1, row.occupancy, above, below);
            temperature.add(row.usage, 1, row.celsius);
        }
        double[] found = whole.coefficients();
        double[] line = temperature.coefficients();
        return new LoadFit(
                found[0], found[1], found[2], found[3], whole.rSquared(found), line[1], temperature.rSquared(line));
    }

    private static boolean isUsual(List<Row> rows, Predicate<Row> condition) {
        return rows.stream().filter(condition).count() * RARE >= rows.size();
    }

    private static List<Row> rows(long seed, int nth, House house, long from, long to) {
        Rows energy = Rows.of("energy", seed);
        Rows weather = Rows.of("weather", seed);
        ZoneRules zone = ZoneId.of(City.ALL.get(house.place()).zone()).getRules();
        List<Row> rows = new ArrayList<>();
        for (long at = from; at < to; at += STEP) {
            Instant instant = Instant.ofEpochSecond(at / SECOND);
            double local = instant.getEpochSecond() + zone.getOffset(instant).getTotalSeconds();
            int round = rows.size();
            Struct current = weather.at(house.place(), round, at).value().getStruct("current");
            rows.add(new Row(
                    energy.at(nth, round, at).value().getFloat64("usage"),
                    current.getFloat64("temp_c"),
                    house.occupancyAt(local)));
        }
        return rows;
    }
}
