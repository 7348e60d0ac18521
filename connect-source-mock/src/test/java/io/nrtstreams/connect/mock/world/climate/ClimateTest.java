package io.nrtstreams.connect.mock.world.climate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nrtstreams.connect.mock.feed.City;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClimateTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3600 * SECOND;
    private static final Climate CLIMATE = new Climate(42);

    private static long nanos(String instant) {
        return Instant.parse(instant).getEpochSecond() * SECOND;
    }

    private static long midnight(int place, LocalDate day) {
        return day.atStartOfDay(ZoneId.of(City.ALL.get(place).zone())).toEpochSecond() * SECOND;
    }

    /** Means over ten years of what the hours of a month's days make of a day. */
    private record Month(double high, double low, double rainMm, double raining, double least, double most) {
        static Month of(int place, int month) {
            double high = 0;
            double low = 0;
            double rain = 0;
            int raining = 0;
            double least = 99;
            double most = -99;
            int days = 0;
            for (int year = 2013; year < 2023; year++) {
                LocalDate first = LocalDate.of(year, month, 1);
                for (LocalDate day = first; day.getMonthValue() == month; day = day.plusDays(1)) {
                    double warmest = -99;
                    double coldest = 99;
                    for (int half = 0; half < 48; half++) {
                        Weather weather = CLIMATE.at(place, midnight(place, day) + half * HOUR / 2);
                        warmest = Math.max(warmest, weather.temperatureC());
                        coldest = Math.min(coldest, weather.temperatureC());
                        rain += weather.rainMm() / 2;
                        raining += weather.rainMm() > 0 ? 1 : 0;
                    }
                    high += warmest;
                    low += coldest;
                    least = Math.min(least, coldest);
                    most = Math.max(most, warmest);
                    days++;
                }
            }
            return new Month(high / days, low / days, rain / 10, raining / 48.0 / days, least, most);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Fullerton US, 1, 20.8, 8.2",
        "Fullerton US, 7, 29.8, 18.7",
        "Los Angeles US, 2, 20.3, 10.0",
        "Los Angeles US, 8, 29.1, 18.4",
        "Pune India, 5, 37.1, 22.6",
        "Pune India, 8, 27.7, 21.5",
        "Pune India, 11, 30.4, 15.0",
        "Mumbai India, 1, 31.0, 17.2",
        "Mumbai India, 7, 30.3, 25.3"
    })
    void aMonthsDaysAreAsWarmOnAverageAsWeatherServicesPublish(String city, int number, double high, double low) {
        Month month = Month.of(Places.index(city), number);
        assertThat(month.high()).isCloseTo(high, within(1.5));
        assertThat(month.low()).isCloseTo(low, within(1.5));
        // As far as records are from means there.
        assertThat(month.least()).isGreaterThan(low - 11);
        assertThat(month.most()).isLessThan(high + 12);
    }

    @Test
    void theMonsoonRainsInSummerAndCaliforniaInWinter() {
        assertThat(Month.of(Places.index("Mumbai"), 7).rainMm()).isBetween(500.0, 1500.0);
        assertThat(Month.of(Places.index("Pune"), 7).raining()).isBetween(0.15, 0.35);
        assertThat(Month.of(Places.index("Pune"), 1).rainMm()).isLessThan(5);
        assertThat(Month.of(Places.index("Fullerton"), 1).rainMm()).isBetween(15.0, 90.0);
        assertThat(Month.of(Places.index("Fullerton"), 7).rainMm()).isLessThan(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theTemperatureIsThatOfAnHourAgoMoreOrLessAndSoIsItsDistanceFromThatOfOtherYears(int place) {
        assertThat(correlation(place, HOUR, false)).isGreaterThan(0.9);
        assertThat(correlation(place, HOUR, true)).isGreaterThan(0.9);
        // Weather systems last for days, and are gone after weeks.
        assertThat(correlation(place, 24 * HOUR, true)).isBetween(0.4, 0.95);
        assertThat(correlation(place, 30 * 24 * HOUR, true)).isBetween(-0.3, 0.3);
    }

    /** Of the hours of half a year of one season; {@code anomaly}: less what other seeds have at the instant. */
    private static double correlation(int place, long lag, boolean anomaly) {
        Climate[] others = {
            new Climate(1), new Climate(2), new Climate(3), new Climate(4), new Climate(5), new Climate(6)
        };
        long start = nanos("2022-10-01T00:00:00Z");
        int count = 24 * 170;
        double[] now = new double[count];
        double[] then = new double[count];
        for (int i = 0; i < count; i++) {
            long at = start + i * HOUR;
            now[i] = CLIMATE.temperature(place, at) - (anomaly ? mean(others, place, at) : 0);
            then[i] = CLIMATE.temperature(place, at + lag) - (anomaly ? mean(others, place, at + lag) : 0);
        }
        return correlation(now, then);
    }

    private static double mean(Climate[] climates, int place, long at) {
        double sum = 0;
        for (Climate climate : climates) {
            sum += climate.temperature(place, at);
        }
        return sum / climates.length;
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = 0;
        double meanB = 0;
        for (int i = 0; i < a.length; i++) {
            meanA += a[i] / a.length;
            meanB += b[i] / a.length;
        }
        double product = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            product += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }
        return product / Math.sqrt(squaresA * squaresB);
    }

    @Test
    void aDayIsColdestNearDawnAndWarmestInTheAfternoon() {
        for (int place = 0; place < City.ALL.size(); place++) {
            double[] byHour = new double[24];
            for (LocalDate day = LocalDate.of(2022, 1, 1); day.getYear() == 2022; day = day.plusDays(1)) {
                for (int hour = 0; hour < 24; hour++) {
                    byHour[hour] += CLIMATE.temperature(place, midnight(place, day) + hour * HOUR) / 365;
                }
            }
            int coldest = 0;
            int warmest = 0;
            for (int hour = 1; hour < 24; hour++) {
                coldest = byHour[hour] < byHour[coldest] ? hour : coldest;
                warmest = byHour[hour] > byHour[warmest] ? hour : warmest;
            }
            assertThat(coldest).isBetween(5, 7);
            assertThat(warmest).isBetween(14, 16);
            assertThat(byHour[warmest] - byHour[coldest]).isGreaterThan(6);
        }
    }

    @Test
    void theValuesOfAnInstantAgree() {
        SplittableRandom random = new SplittableRandom(1);
        double warmRain = 0;
        double warmDry = 0;
        int rains = 0;
        int dry = 0;
        int july = 0;
        while (july < 20_000) {
            int place = random.nextInt(City.ALL.size());
            long at = nanos("2000-01-01T00:00:00Z") + random.nextLong(30L * 365 * 24 * HOUR);
            Weather weather = CLIMATE.at(place, at);
            assertThat(weather.temperatureC())
                    .isEqualTo(CLIMATE.temperature(place, at))
                    .isBetween(-8.0, 50.0);
            assertThat(weather.humidity()).isBetween(3.0, 100.0);
            assertThat(weather.cloud()).isBetween(0.0, 100.0);
            assertThat(weather.pressureMb()).isBetween(985.0, 1042.0);
            assertThat(weather.windKph()).isBetween(3.6, 90.0);
            assertThat(weather.windDegree()).isBetween(0.0, Math.nextDown(360.0));
            assertThat(weather.rainMm()).isBetween(0.0, 150.0);
            if (weather.rainMm() > 0) {
                assertThat(weather.cloud()).isGreaterThan(65);
                assertThat(weather.humidity()).isGreaterThan(80);
            }
            if (place == Places.index("Mumbai") && weather.day()) {
                july++;
                if (weather.rainMm() > 0) {
                    warmRain += weather.temperatureC();
                    rains++;
                } else if (weather.cloud() > 70) {
                    warmDry += weather.temperatureC();
                    dry++;
                }
            }
        }
        assertThat(warmRain / rains).isLessThan(warmDry / dry - 0.5);
    }

    @Test
    void placesOfARegionHaveTheSameSystemsAndThoseOfOtherRegionsDoNot() {
        int count = 2000;
        double[][] pressures = new double[City.ALL.size()][count];
        for (int i = 0; i < count; i++) {
            for (int place = 0; place < City.ALL.size(); place++) {
                // The same solar hour every day, in one season, so that tide and season do not count.
                long at = nanos("2022-11-01T00:00:00Z") + (i % 90) * 24 * HOUR + (long) (i / 90) * 365 * 24 * HOUR;
                pressures[place][i] = CLIMATE.at(place, at).pressureMb();
            }
        }
        assertThat(correlation(pressures[0], pressures[1])).isGreaterThan(0.75);
        assertThat(correlation(pressures[2], pressures[3])).isGreaterThan(0.75);
        assertThat(correlation(pressures[0], pressures[2])).isLessThan(0.5);
    }

    @ParameterizedTest
    @CsvSource({
        "Pune India, 2022-12-03T06:53, 2022-12-03T17:57",
        "Mumbai India, 2022-06-21T06:01, 2022-06-21T19:19",
        "Los Angeles US, 2022-06-21T05:42, 2022-06-21T20:08",
        "Fullerton US, 2022-12-21T06:53, 2022-12-21T16:47"
    })
    void theSunRisesAndSetsWhenTheAlmanacSays(String city, String rise, String set) {
        int place = Places.index(city);
        ZoneId zone = ZoneId.of(Places.named(city).zone());
        long up = ZonedDateTime.of(LocalDateTime.parse(rise), zone).toEpochSecond() * SECOND;
        long down = ZonedDateTime.of(LocalDateTime.parse(set), zone).toEpochSecond() * SECOND;
        long within = 5 * 60 * SECOND;
        assertThat(CLIMATE.at(place, up - within).day()).isFalse();
        assertThat(CLIMATE.at(place, up + within).day()).isTrue();
        assertThat(CLIMATE.at(place, down - within).day()).isTrue();
        assertThat(CLIMATE.at(place, down + within).day()).isFalse();
    }

    @Test
    void theWeatherHasNoJumps() {
        long start = nanos("2022-06-01T00:00:00Z");
        for (int place = 0; place < City.ALL.size(); place++) {
            Weather before = CLIMATE.at(place, start);
            for (int minute = 1; minute < 30 * 24 * 60; minute++) {
                Weather now = CLIMATE.at(place, start + minute * HOUR / 60);
                assertThat(now.temperatureC()).isCloseTo(before.temperatureC(), within(0.35));
                assertThat(now.humidity()).isCloseTo(before.humidity(), within(4.0));
                assertThat(now.pressureMb()).isCloseTo(before.pressureMb(), within(0.2));
                assertThat(now.cloud()).isCloseTo(before.cloud(), within(8.0));
                before = now;
            }
        }
    }

    @Test
    void anotherSeedIsAnotherClimateAndTheSameOneIsTheSame() {
        long at = nanos("2022-11-06T22:10:00Z");
        City pune = Places.named("Pune India");
        assertThat(new Climate(42).at(pune, at)).isEqualTo(CLIMATE.at(Places.index("Pune"), at));
        assertThat(new Climate(43).at(pune, at)).isNotEqualTo(CLIMATE.at(pune, at));
    }
}
