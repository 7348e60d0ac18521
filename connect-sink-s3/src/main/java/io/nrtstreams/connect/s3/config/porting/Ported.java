package io.nrtstreams.connect.s3.config.porting;

import io.nrtstreams.connect.kit.config.Problems;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A configuration in keys of this sink alone, and how it came to be. Immutable.
 *
 * @param properties keys of this sink, and what belongs to neither it nor the other sinks
 * @param readings what was translated: first what was written, then defaults
 * @param remarks what to know about keys that were accepted, by key: no effect, or a difference
 * @param refusals what is wrong with keys of other sinks, by key
 */
public record Ported(
        Map<String, String> properties,
        List<Reading> readings,
        SortedMap<String, String> remarks,
        SortedMap<String, String> refusals) {
    private static final Logger LOG = LoggerFactory.getLogger(Ported.class);

    public Ported {
        properties = Map.copyOf(properties);
        readings = List.copyOf(readings);
        remarks = Collections.unmodifiableSortedMap(new TreeMap<>(remarks));
        refusals = Collections.unmodifiableSortedMap(new TreeMap<>(refusals));
    }

    /**
     * A key of another sink that was read as one of this sink.
     *
     * @param from the key there
     * @param origin whether it was set
     * @param key the key here
     * @param shown the value here, for people, empty where it is a secret
     */
    record Reading(String from, Origin origin, String key, String shown) {
        /** Whether somebody wrote the key. */
        enum Origin {
            SET,
            DEFAULT
        }

        String here() {
            return shown.isEmpty() ? key : key + "=" + shown;
        }

        private String explained(String message) {
            String named = key + ": ";
            return here() + ": " + (message.startsWith(named) ? message.substring(named.length()) : message);
        }

        /** Whether what is wrong with the key is to be said at another key that somebody wrote. */
        private boolean isWrittenElsewhere() {
            return origin == Origin.SET && !from.equals(key);
        }
    }

    /** Adds what is wrong with the keys of other sinks. */
    public void addTo(Problems problems) {
        refusals.forEach(problems::add);
    }

    /** Says again, at the keys that were written, what is wrong with the keys that they were read as. */
    public void repeatAtWrittenKeys(Problems found, Problems target) {
        readings.stream()
                .filter(Reading::isWrittenElsewhere)
                .forEach(reading -> found.of(reading.key)
                        .forEach(message -> target.add(reading.from, "read as " + reading.explained(message))));
    }

    /** Tells, once, how keys of other sinks were read. Shows no secrets. Says nothing where there are none. */
    public void announce() {
        if (!readings.isEmpty()) {
            LOG.info("keys of other S3 sinks are read as follows: {}", told());
        }
        if (!remarks.isEmpty()) {
            LOG.warn(
                    "keys of other S3 sinks: {}",
                    remarks.entrySet().stream()
                            .map(remark -> remark.getKey() + ": " + remark.getValue())
                            .collect(Collectors.joining("; ")));
        }
    }

    private String told() {
        return readings.stream()
                .map(reading -> reading.from
                        + (reading.origin == Reading.Origin.DEFAULT ? " (default there)" : "")
                        + " as " + reading.here())
                .collect(Collectors.joining(", "));
    }
}
