package io.nrtstreams.connect.mock.world.device;

/** What a device reads at an instant, and what it follows from. */
public sealed interface Reading permits WatchReading, PhoneReading, ThermostatReading, AirReading {}
