package io.nrtstreams.connect.mock.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * A place whose weather is polled.
 *
 * @param query what the weather service is asked for, and the record's key
 * @param name the service's name of the place
 * @param region state or province
 * @param country in the service's spelling
 * @param lat degrees north
 * @param lon degrees east
 * @param zone IANA time zone
 * @param coldest of its nights, in tenths of a degree Celsius
 * @param warmest of its days, in tenths of a degree Celsius
 */
record City(
        String query,
        String name,
        String region,
        String country,
        double lat,
        double lon,
        String zone,
        int coldest,
        int warmest) {

    /** The place's rules of local time, to be looked up once. */
    ZoneRules rules() {
        return ZoneId.of(zone).getRules();
    }

    static LocalDateTime local(ZoneRules rules, long epochSecond) {
        return LocalDateTime.ofEpochSecond(epochSecond, 0, rules.getOffset(Instant.ofEpochSecond(epochSecond)));
    }
}
