package io.nrtstreams.connect.mock.world.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nrtstreams.connect.mock.feed.City;
import io.nrtstreams.connect.mock.world.World;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HousesTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final long START = 1_656_633_600_000_000_000L;

    private final Houses houses = World.of(42).houses();

    @Test
    void theFirstHousesAreThePrototypes() {
        Map<Integer, String> first = new HashMap<>();
        for (int nth = 0; nth < 3; nth++) {
            first.put(
                    houses.house(nth).id(),
                    City.ALL.get(houses.house(nth).place()).name());
        }
        assertThat(first).isEqualTo(Map.of(12345434, "Pune", 30000045, "Fullerton", 37648475, "Los Angeles"));
    }

    @Test
    void aMillionHousesHaveAMillionIdsAndAreSpreadEvenly() {
        Set<Integer> ids = new HashSet<>();
        int[] places = new int[City.ALL.size()];
        for (int nth = 0; nth < 1_000_000; nth++) {
            House house = houses.house(nth);
            ids.add(house.id());
            places[house.place()]++;
        }
        assertThat(ids).hasSize(1_000_000);
        assertThat(places).containsOnly(250_000);
    }

    @Test
    void aHouseIsTheSameWhateverTheSeedAndWhoeverWasAskedForBefore() {
        Houses others = World.of(7).houses();
        House house = houses.house(5000);
        for (int nth = 5000 % 1024; nth < 20_000; nth += 1024) {
            others.house(nth);
        }
        assertThat(others.house(5000)).isEqualTo(house);
    }

    @Test
    void loadsAreOfAPlausibleSizeAndNeverCut() {
        for (int nth = 0; nth < 400; nth++) {
            double sum = 0;
            int count = 0;
            for (long at = START; at < START + 365L * 24 * 60 * MINUTE; at += 1237 * MINUTE) {
                Load load = houses.load(nth, at);
                assertThat(load.expected() + load.appliances()).isPositive().isEqualTo(load.total());
                assertThat(load.total()).isLessThan(0.1);
                sum += load.total();
                count++;
            }
            assertThat(sum / count).isBetween(0.005, 0.025);
        }
    }

    @Test
    void appliancesHaveAMemoryAndMeanZero() {
        double sum = 0;
        double squares = 0;
        double near = 0;
        double far = 0;
        int count = 0;
        for (int nth = 0; nth < 200; nth++) {
            for (long at = START; at < START + 60L * 24 * 60 * MINUTE; at += 451 * MINUTE) {
                double now = houses.load(nth, at).appliances();
                sum += now;
                squares += now * now;
                near += now * houses.load(nth, at + 3 * MINUTE).appliances();
                far += now * houses.load(nth, at + 6 * 60 * MINUTE).appliances();
                count++;
            }
        }
        double deviation = Math.sqrt(squares / count);
        assertThat(deviation).isBetween(0.0008, 0.003);
        assertThat(sum / count).isCloseTo(0, within(5 * deviation / Math.sqrt(count)));
        assertThat(near / squares).isGreaterThan(0.6);
        assertThat(far / squares).isLessThan(0.2);
    }

    @Test
    void peopleAreBusierInTheEveningThanAtNightAndCommutersAreOutOnWeekdaysOnly() {
        // Wednesday 2022-11-02 and Saturday 2022-11-05, local time.
        double wednesday = 19_298 * 86_400.0;
        double saturday = 19_301 * 86_400.0;
        for (Occupancy occupancy : Occupancy.ALL) {
            assertThat(occupancy.at(wednesday + 20 * 3600)).isGreaterThan(occupancy.at(wednesday + 4 * 3600) + 0.5);
        }
        Occupancy commuters = Occupancy.COMMUTERS;
        assertThat(commuters.at(wednesday + 11 * 3600))
                .isEqualTo(commuters.onWeekday(11))
                .isLessThan(0.2);
        assertThat(commuters.at(saturday + 11 * 3600))
                .isEqualTo(commuters.onWeekend(11))
                .isGreaterThan(0.5);
        assertThat(commuters.at(saturday - 1800))
                .isCloseTo((commuters.onWeekday(23) + commuters.onWeekend(0)) / 2, within(1e-9));
    }
}
