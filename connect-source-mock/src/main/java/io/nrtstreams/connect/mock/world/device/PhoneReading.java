package io.nrtstreams.connect.mock.world.device;

/**
 * What a phone reads.
 *
 * @param battery charge in percent
 * @param signalDbm received signal strength
 * @param lat degrees north
 * @param lon degrees east
 * @param screenOn whether it is looked at
 * @param atWork how far its owner is on the way from home (0) to work (1)
 */
public record PhoneReading(int battery, int signalDbm, double lat, double lon, boolean screenOn, double atWork)
        implements Reading {}
