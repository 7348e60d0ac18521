package io.nrtstreams.connect.mock.world.device;

/**
 * A device, the same for all seeds.
 *
 * @param number among all devices, from 0
 * @param kind what it is
 * @param nth which of its kind, from 0; the {@code nth} thermostat is in the {@code nth} house
 * @param id its name, e.g. {@code watch-000004}
 * @param place number of its place in {@code City.ALL}
 * @param firmware version of its software
 */
public record Device(int number, Kind kind, int nth, String id, int place, String firmware) {}
