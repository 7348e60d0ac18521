package io.nrtstreams.connect.mock.world.climate;

/**
 * The weather of a place at an instant, unrounded.
 *
 * @param temperatureC air temperature in degrees Celsius
 * @param feelsLikeC apparent temperature in degrees Celsius
 * @param humidity relative humidity in percent
 * @param cloud share of the sky in percent
 * @param pressureMb at sea level, in millibars
 * @param windKph kilometres an hour
 * @param windDegree where the wind comes from, 0 (north) to below 360, by the east
 * @param rainMm millimetres in an hour at the present rate
 * @param day whether the sun is up
 */
public record Weather(
        double temperatureC,
        double feelsLikeC,
        double humidity,
        double cloud,
        double pressureMb,
        double windKph,
        double windDegree,
        double rainMm,
        boolean day) {}
