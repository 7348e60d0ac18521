package io.nrtstreams.connect.mock.world.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nrtstreams.connect.mock.feed.City;
import io.nrtstreams.connect.mock.world.World;
import io.nrtstreams.connect.mock.world.climate.Places;
import io.nrtstreams.connect.mock.world.device.ThermostatReading.Mode;
import io.nrtstreams.connect.mock.world.home.House;
import io.nrtstreams.connect.mock.world.home.Load;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DevicesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    /** Midnight of Tuesday 2022-11-01 UTC. */
    private static final long START = 1_667_260_800 * SECOND;

    private final World world = World.of(42);
    private final Devices devices = world.devices();

    private <R extends Reading> R read(int number, long at, Class<R> type) {
        return type.cast(devices.read(devices.device(number), at / MINUTE, at));
    }

    private int hour(int number, long at) {
        long local = Places.clock(devices.device(number).place()).local(at / SECOND);
        return (int) (local % 86_400 / 3600);
    }

    @Test
    void kindsTakeTurnsAndSoDoThePlacesOfAKind() {
        Set<String> ids = new HashSet<>();
        for (int number = 0; number < 100_000; number++) {
            Device device = devices.device(number);
            ids.add(device.id());
            assertThat(device.nth()).isEqualTo(number / 4);
        }
        assertThat(ids).hasSize(100_000).contains("watch-000000", "phone-000001", "thermostat-000002", "air-099999");
        assertThat(devices.device(999_999).id()).isEqualTo("air-999999");
        assertThat(City.ALL.get(devices.device(4).place()).name()).isEqualTo("Fullerton");
    }

    @Test
    void stepsAddUpFromLocalMidnightToThousandsAndBeginAnew() {
        for (int watch : new int[] {0, 4, 8, 12}) {
            int before = 0;
            int most = 0;
            // Over the end of summer time in California.
            for (long at = START; at < START + 14 * 24 * HOUR; at += 5 * MINUTE) {
                int steps = read(watch, at, WatchReading.class).steps();
                boolean newDay = hour(watch, at) == 0 && hour(watch, at - 5 * MINUTE) == 23;
                if (newDay) {
                    assertThat(steps).isLessThan(50);
                } else {
                    assertThat(steps).isGreaterThanOrEqualTo(before);
                }
                before = steps;
                most = Math.max(most, steps);
            }
            assertThat(most).isBetween(4_000, 40_000);
        }
    }

    @Test
    void theHeartBeatsSlowestAtNightAndFollowsTheSteps() {
        double asleep = 0;
        double awake = 0;
        double moving = 0;
        int nights = 0;
        int days = 0;
        int walks = 0;
        for (long at = START; at < START + 60 * 24 * HOUR; at += 7 * MINUTE) {
            WatchReading reading = read(0, at, WatchReading.class);
            int hour = hour(0, at);
            if (hour >= 2 && hour < 5) {
                asleep += reading.heartRate();
                nights++;
            } else if (reading.stepsPerMinute() > 20) {
                moving += reading.heartRate();
                walks++;
            } else if (hour >= 9 && hour < 20) {
                awake += reading.heartRate();
                days++;
            }
        }
        int resting = read(0, START, WatchReading.class).restingHeartRate();
        assertThat(asleep / nights).isCloseTo(resting - 8.0, within(1.0));
        assertThat(awake / days).isGreaterThan(resting);
        assertThat(moving / walks).isGreaterThan(awake / days + 8);
    }

    @Test
    void batteriesDrainOverTheDayAndAreChargedInTheEvening() {
        for (int number : new int[] {0, 1, 4, 5}) {
            int charges = 0;
            int previous = battery(number, START);
            boolean charging = false;
            for (long at = START; at < START + 10 * 24 * HOUR; at += 10 * MINUTE) {
                int level = battery(number, at);
                assertThat(level).isBetween(0, 100);
                if (level > previous + 1 && !charging) {
                    charging = true;
                    charges++;
                    assertThat(hour(number, at)).isIn(19, 20, 21, 22, 23, 0, 1);
                } else if (level < previous) {
                    assertThat(previous - level).isLessThan(4);
                    charging = false;
                }
                previous = level;
            }
            assertThat(charges).isEqualTo(10);
        }
    }

    private int battery(int number, long at) {
        Reading reading = devices.read(devices.device(number), 0, at);
        return reading instanceof WatchReading watch ? watch.battery() : ((PhoneReading) reading).battery();
    }

    @Test
    void aPhoneIsAtHomeAtNightAtWorkOnWeekdaysAndNearItsCityAlways() {
        int workers = 0;
        for (int phone = 1; phone < 81; phone += 4) {
            City city = City.ALL.get(devices.device(phone).place());
            // 2022-11-02 was a Wednesday: noon and 3 o'clock on its clock.
            long midnight = START
                    + 24 * HOUR
                    - Places.clock(devices.device(phone).place()).offset(START / SECOND) * SECOND;
            PhoneReading night = read(phone, midnight + 3 * HOUR, PhoneReading.class);
            PhoneReading noon = read(phone, midnight + 12 * HOUR, PhoneReading.class);
            PhoneReading nextNight = read(phone, midnight + 27 * HOUR, PhoneReading.class);
            PhoneReading sunday = read(phone, midnight + (4 * 24 + 12) * HOUR, PhoneReading.class);
            assertThat(night.atWork()).isZero();
            assertThat(sunday.atWork()).isZero();
            assertThat(nextNight.lat()).isCloseTo(night.lat(), within(0.01));
            workers += noon.atWork() > 0 ? 1 : 0;
            for (PhoneReading reading : new PhoneReading[] {night, noon, sunday}) {
                assertThat(reading.lat()).isCloseTo(city.lat(), within(0.15));
                assertThat(reading.lon()).isCloseTo(city.lon(), within(0.15));
                assertThat(reading.signalDbm()).isBetween(-130, -45);
            }
        }
        assertThat(workers).isBetween(10, 19);
    }

    @Test
    void screensAreOnInTheEveningMoreThanAtNight() {
        int evening = 0;
        int night = 0;
        for (int day = 0; day < 400; day++) {
            for (int phone = 1; phone < 40; phone += 16) {
                long midnight = START + day * 24 * HOUR - 19_800 * SECOND;
                evening += read(phone, midnight + 21 * HOUR, PhoneReading.class).screenOn() ? 1 : 0;
                night += read(phone, midnight + 3 * HOUR, PhoneReading.class).screenOn() ? 1 : 0;
            }
        }
        assertThat(evening).isGreaterThan(8 * night);
    }

    @Test
    void aThermostatHeatsAndCoolsWhenItsHousesLoadSaysSo() {
        Set<Mode> modes = EnumSet.noneOf(Mode.class);
        for (int nth = 0; nth < 3; nth++) {
            House house = world.houses().house(nth);
            for (long at = START; at < START + 365 * 24 * HOUR; at += 101 * MINUTE) {
                ThermostatReading reading = read(4 * nth + 2, at, ThermostatReading.class);
                Load load = world.houses().load(nth, at);
                assertThat(reading.houseId()).isEqualTo(house.id());
                assertThat(reading.mode() == Mode.COOL).isEqualTo(load.cooling() > 0);
                assertThat(reading.mode() == Mode.HEAT).isEqualTo(load.heating() > 0);
                assertThat(reading.temperatureC()).isBetween(house.heatBelowC(), house.coolAboveC() + 4);
                if (load.temperatureC() > house.coolAboveC() + 2) {
                    assertThat(reading.temperatureC()).isCloseTo(reading.setPointC(), within(3.0));
                }
                modes.add(reading.mode());
            }
        }
        assertThat(modes).containsExactlyInAnyOrder(Mode.values());
    }

    @Test
    void theAirIsDirtierInTheRushHourAndCleanerInWindAndRain() {
        double rush = 0;
        double night = 0;
        double wet = 0;
        double dry = 0;
        int wetCount = 0;
        int dryCount = 0;
        for (int day = 0; day < 365; day++) {
            long midnight = START + day * 24 * HOUR - 19_800 * SECOND;
            rush += read(3, midnight + 18 * HOUR, AirReading.class).pm25();
            night += read(3, midnight + 3 * HOUR, AirReading.class).pm25();
            for (int hour = 0; hour < 24 && day > 210 && day < 330; hour++) {
                AirReading reading = read(3, midnight + hour * HOUR, AirReading.class);
                assertThat(reading.pm10()).isGreaterThan(reading.pm25());
                if (reading.weather().rainMm() > 1) {
                    wet += reading.pm25();
                    wetCount++;
                } else {
                    dry += reading.pm25();
                    dryCount++;
                }
            }
        }
        assertThat(rush).isGreaterThan(1.4 * night);
        assertThat(wet / wetCount).isLessThan(0.7 * dry / dryCount);
    }

    @Test
    void anAirStationIsAsWarmAsItsPlace() {
        for (long at = START; at < START + 30 * 24 * HOUR; at += HOUR) {
            AirReading reading = read(3, at, AirReading.class);
            assertThat(reading.temperatureC())
                    .isCloseTo(world.climate().temperature(Places.index("Pune"), at), within(0.66));
        }
    }
}
