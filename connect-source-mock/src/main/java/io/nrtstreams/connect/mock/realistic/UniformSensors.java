package io.nrtstreams.connect.mock.realistic;

import io.nrtstreams.connect.mock.feed.City;
import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.world.climate.Weather;
import io.nrtstreams.connect.mock.world.device.AirReading;
import io.nrtstreams.connect.mock.world.device.Device;
import io.nrtstreams.connect.mock.world.device.PhoneReading;
import io.nrtstreams.connect.mock.world.device.Reading;
import io.nrtstreams.connect.mock.world.device.ThermostatReading;
import io.nrtstreams.connect.mock.world.device.ThermostatReading.Mode;
import io.nrtstreams.connect.mock.world.device.WatchReading;
import io.nrtstreams.connect.mock.world.home.Houses;
import java.util.Map;

/** Sensors in the manner of the prototype: every value is uniform within its range and independent of all others. */
final class UniformSensors implements Sensors {
    private static final Mode[] MODES = Mode.values();

    /** No reading here follows from weather. */
    private static final Weather NONE = new Weather(0, 0, 0, 0, 0, 0, 0, 0, false);

    private static final int BATTERY = 0;
    private static final int FIRST = 1;
    private static final int SECOND = 2;
    private static final int THIRD = 3;
    private static final int FOURTH = 4;
    private static final int FIFTH = 5;

    private final Draws draws;
    private final Houses houses;

    UniformSensors(long seed, Houses houses) {
        this.draws = Draws.of(seed, "iot");
        this.houses = houses;
    }

    @Override
    public Reading read(Device device, long record, long eventNanos) {
        int battery = draws.between(5, 100, record, BATTERY);
        return switch (device.kind()) {
            case SMART_WATCH ->
                new WatchReading(
                        battery,
                        draws.between(50, 170, record, FIRST),
                        draws.between(0, 20_000, record, SECOND),
                        draws.between(92, 100, record, THIRD),
                        0,
                        0);
            case PHONE -> phone(device, battery, record);
            case THERMOSTAT -> thermostat(device, record);
            case AIR_QUALITY -> air(battery, record);
        };
    }

    private PhoneReading phone(Device device, int battery, long record) {
        City city = City.ALL.get(device.place());
        return new PhoneReading(
                battery,
                draws.between(-120, -50, record, FIRST),
                (Math.round(city.lat() * 1e5) + draws.between(-10_000, 10_000, record, SECOND)) / 1e5,
                (Math.round(city.lon() * 1e5) + draws.between(-10_000, 10_000, record, THIRD)) / 1e5,
                draws.below(2, record, FOURTH) == 0,
                0);
    }

    private ThermostatReading thermostat(Device device, long record) {
        return new ThermostatReading(
                draws.between(150, 320, record, FIRST) / 10.0,
                draws.between(200, 800, record, SECOND) / 10.0,
                draws.between(18, 27, record, THIRD),
                MODES[draws.below(MODES.length, record, FOURTH)],
                houses.house(device.nth()).id(),
                0);
    }

    private AirReading air(int battery, long record) {
        double fine = draws.between(20, 1500, record, FIRST) / 10.0;
        return new AirReading(
                battery,
                fine,
                draws.between(50, 2500, record, SECOND) / 10.0,
                draws.between(400, 900, record, THIRD),
                draws.between(50, 400, record, FOURTH) / 10.0,
                draws.between(100, 1000, record, FIFTH) / 10.0,
                0,
                NONE);
    }

    /** Nothing: the values are drawn and have no cause. */
    @Override
    public Map<String, Object> causes(Reading reading) {
        return Map.of();
    }
}
