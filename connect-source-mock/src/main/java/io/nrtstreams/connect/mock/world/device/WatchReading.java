package io.nrtstreams.connect.mock.world.device;

/**
 * What a watch reads.
 *
 * @param battery charge in percent
 * @param heartRate beats a minute
 * @param steps since local midnight
 * @param spo2 blood oxygen in percent
 * @param restingHeartRate beats a minute of the wearer awake and at rest
 * @param stepsPerMinute at present, on average over an hour
 */
public record WatchReading(int battery, int heartRate, int steps, int spo2, int restingHeartRate, double stepsPerMinute)
        implements Reading {}
