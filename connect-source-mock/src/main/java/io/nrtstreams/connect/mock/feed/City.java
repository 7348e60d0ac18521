package io.nrtstreams.connect.mock.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.List;

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
 */
public record City(String query, String name, String region, String country, double lat, double lon, String zone) {
    /** The places, in the order in which they are polled. */
    public static final List<City> ALL = List.of(
            new City(
                    "Fullerton US",
                    "Fullerton",
                    "California",
                    "United States of America",
                    33.87,
                    -117.92,
                    "America/Los_Angeles"),
            new City(
                    "Los Angeles US",
                    "Los Angeles",
                    "California",
                    "United States of America",
                    34.05,
                    -118.24,
                    "America/Los_Angeles"),
            new City("Pune India", "Pune", "Maharashtra", "India", 18.53, 73.87, "Asia/Kolkata"),
            new City("Mumbai India", "Mumbai", "Maharashtra", "India", 18.98, 72.83, "Asia/Kolkata"));

    /** The place's rules of local time, to be looked up once. */
    public ZoneRules rules() {
        return ZoneId.of(zone).getRules();
    }

    /** The local time of a place with these rules. */
    public static LocalDateTime local(ZoneRules rules, long epochSecond) {
        return LocalDateTime.ofEpochSecond(epochSecond, 0, rules.getOffset(Instant.ofEpochSecond(epochSecond)));
    }
}
