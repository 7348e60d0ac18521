package io.nrtstreams.connect.mock.world.device;

import io.nrtstreams.connect.mock.world.climate.Weather;

/**
 * What an air station reads.
 *
 * @param battery charge in percent
 * @param pm25 particles below 2.5 micrometres, micrograms a cubic metre
 * @param pm10 particles below 10 micrometres, micrograms a cubic metre
 * @param co2 parts per million
 * @param temperatureC at the station, degrees Celsius
 * @param humidity at the station, percent
 * @param traffic in its street, 0..1
 * @param weather of its place
 */
public record AirReading(
        int battery,
        double pm25,
        double pm10,
        int co2,
        double temperatureC,
        double humidity,
        double traffic,
        Weather weather)
        implements Reading {}
