package io.nrtstreams.connect.mock.world;

import io.nrtstreams.connect.mock.world.climate.Climate;
import io.nrtstreams.connect.mock.world.device.Devices;
import io.nrtstreams.connect.mock.world.home.Houses;
import io.nrtstreams.connect.mock.world.video.Viewers;

/**
 * What the realistic feeds of a seed have in common: the temperature that the weather feed reports is the one that
 * houses are cooled at. Thread-safe; less than a megabyte, whatever the number of devices.
 *
 * @param seed which world
 * @param climate its weather
 * @param houses its houses and their electricity
 * @param viewers its viewers of short videos
 * @param devices its watches, phones, thermostats and air stations
 */
public record World(long seed, Climate climate, Houses houses, Viewers viewers, Devices devices) {
    /** The world of a seed: always the same. */
    public static World of(long seed) {
        Climate climate = new Climate(seed);
        Houses houses = new Houses(seed, climate);
        return new World(seed, climate, houses, new Viewers(seed), new Devices(seed, climate, houses));
    }
}
