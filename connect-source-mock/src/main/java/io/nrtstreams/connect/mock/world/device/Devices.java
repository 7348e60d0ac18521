package io.nrtstreams.connect.mock.world.device;

import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.world.climate.Climate;
import io.nrtstreams.connect.mock.world.climate.Places;
import io.nrtstreams.connect.mock.world.home.Houses;
import org.jspecify.annotations.Nullable;

/**
 * The devices of a world, as many as are asked for, each following from its number alone: kinds take turns, and the
 * devices of a kind go round the places.
 *
 * <p>Thread-safe. The {@value #KEPT} devices asked for last are kept; a device is immutable, and where threads race,
 * one is made twice.
 */
public final class Devices {
    private static final Kind[] KINDS = Kind.values();
    private static final String[] VERSIONS = {"1.4.2", "1.5.0", "2.0.1"};
    private static final int NUMBER_DIGITS = 6;
    private static final int KEPT = 1024;
    private static final Draws TRAITS = Draws.of(0, "devices");
    private static final int FIRMWARE = 0;

    private final @Nullable Device[] kept = new Device[KEPT];
    private final Watches watches;
    private final Phones phones;
    private final Thermostats thermostats;
    private final AirStations stations;

    /** The devices of a seed, in its climate and its houses. */
    public Devices(long seed, Climate climate, Houses houses) {
        watches = new Watches(seed);
        phones = new Phones(seed);
        thermostats = new Thermostats(seed, climate, houses);
        stations = new AirStations(seed, climate);
    }

    /** The device of a number, from 0. */
    public Device device(int number) {
        int slot = number & KEPT - 1;
        Device device = kept[slot];
        if (device == null || device.number() != number) {
            device = described(number);
            kept[slot] = device;
        }
        return device;
    }

    /**
     * What a device reads at an instant.
     *
     * @param record the number of the reading, of which no two are the same: it draws the errors of measurement
     * @param epochNanos nanoseconds since the epoch
     */
    public Reading read(Device device, long record, long epochNanos) {
        Moment now = Moment.of(device.place(), epochNanos);
        return switch (device.kind()) {
            case SMART_WATCH -> watches.read(device, record, now);
            case PHONE -> phones.read(device, record, now);
            case THERMOSTAT -> thermostats.read(device, record, now);
            case AIR_QUALITY -> stations.read(device, record, now);
        };
    }

    private static Device described(int number) {
        Kind kind = KINDS[number % KINDS.length];
        int nth = number / KINDS.length;
        String digits = Integer.toString(number);
        String padding = "0".repeat(Math.max(0, NUMBER_DIGITS - digits.length()));
        return new Device(
                number,
                kind,
                nth,
                kind.prefix() + '-' + padding + digits,
                Places.ofDevice(nth),
                VERSIONS[TRAITS.below(VERSIONS.length, number, FIRMWARE)]);
    }
}
