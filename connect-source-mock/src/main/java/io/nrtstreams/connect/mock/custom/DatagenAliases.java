package io.nrtstreams.connect.mock.custom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a configuration of Confluent's datagen connector (its keys as its documentation names them) as one of this
 * connector.
 *
 * @param config with the keys of this connector
 * @param warnings where what it does here is not what it did there
 * @param problems each with the key that is wrong, as it was given
 */
public record DatagenAliases(Map<String, String> config, List<String> warnings, Map<String, String> problems) {
    private static final String TOPIC = "kafka.topic";
    private static final String INTERVAL = "max.interval";
    private static final String ITERATIONS = "iterations";
    private static final String SCHEMA = "schema.string";
    private static final String SCHEMA_FILE = "schema.filename";
    private static final String QUICKSTART = "quickstart";
    private static final String KEY_FIELD = "schema.keyfield";
    private static final String SEED = "random.seed";

    private static final Map<String, String> SAME = Map.of(
            TOPIC, "topic",
            SCHEMA, "custom.definition",
            SCHEMA_FILE, "custom.file",
            QUICKSTART, "custom.quickstart",
            KEY_FIELD, "custom.key",
            SEED, "seed");

    private static final Set<String> ALL =
            Set.of(TOPIC, INTERVAL, ITERATIONS, SCHEMA, SCHEMA_FILE, QUICKSTART, KEY_FIELD, SEED);

    /** Milliseconds; the interval that is meant where none is given. */
    private static final long USUAL_INTERVAL = 500;

    public DatagenAliases {
        config = Map.copyOf(config);
        warnings = List.copyOf(warnings);
        problems = Map.copyOf(problems);
    }

    /** Reads a configuration; one without any of those keys, or with {@code feed}, is given back as it is. */
    public static DatagenAliases of(Map<String, String> given) {
        boolean theirs = !given.containsKey("feed") && ALL.stream().anyMatch(given::containsKey);
        return theirs ? new Reading(given).result() : new DatagenAliases(given, List.of(), Map.of());
    }

    private static final class Reading {
        private final Map<String, String> given;
        private final Map<String, String> config;
        private final List<String> warnings = new ArrayList<>();
        private final Map<String, String> problems = new LinkedHashMap<>();

        Reading(Map<String, String> given) {
            this.given = given;
            this.config = new LinkedHashMap<>(given);
        }

        DatagenAliases result() {
            config.keySet().removeAll(ALL);
            config.put("feed", "custom");
            SAME.forEach((theirs, ours) -> {
                if (isSet(theirs)) {
                    put(theirs, ours, text(theirs));
                }
            });
            checkOneSchema();
            iterations();
            interval();
            warnings.add("records have their event time as timestamp, and no headers task.generation, task.id and"
                    + " current.iteration");
            return new DatagenAliases(config, warnings, problems);
        }

        /** An empty text stood for none. */
        private boolean isSet(String key) {
            return !text(key).isBlank();
        }

        private String text(String key) {
            return given.getOrDefault(key, "");
        }

        private void put(String theirs, String ours, String value) {
            if (given.containsKey(ours)) {
                problems.put(theirs, "means " + ours + ", which is there as well; remove one of the two");
            } else {
                config.put(ours, value);
            }
        }

        private void checkOneSchema() {
            List<String> set = List.of(SCHEMA, SCHEMA_FILE, QUICKSTART).stream()
                    .filter(this::isSet)
                    .toList();
            if (set.size() > 1) {
                problems.put(set.get(1), "expected one of " + String.join(", ", set) + "; remove the others");
            }
        }

        private void iterations() {
            if (!isSet(ITERATIONS)) {
                return;
            }
            Long count = whole(ITERATIONS);
            if (count != null && count >= 1) {
                put(ITERATIONS, "record.limit", Long.toString(count));
                warnings.add("iterations: " + count + " records over the whole connector, not of each task; afterwards"
                        + " tasks are idle and not FAILED");
            }
        }

        /** A sleep of uniform length below the interval, after each record: on average half of it. */
        private void interval() {
            Long millis = isSet(INTERVAL) ? whole(INTERVAL) : Long.valueOf(USUAL_INTERVAL);
            if (millis == null) {
                return;
            }
            if (millis <= 1) {
                put(INTERVAL, "speed", "max");
                warnings.add("max.interval: as fast as possible, by a clock of its own: event times go on by a second a"
                        + " record; set step for another pace");
                return;
            }
            put(INTERVAL, "rate", Double.toString(2000.0 / millis));
            config.putIfAbsent("rate.jitter", "1");
            warnings.add("max.interval: its mean rate of " + 2000.0 / millis
                    + " records per second is of the whole connector, not of each task; set rate for another");
        }

        private @Nullable Long whole(String key) {
            try {
                return Long.valueOf(text(key).strip());
            } catch (NumberFormatException e) {
                problems.put(key, "expected a whole number");
                return null;
            }
        }
    }
}
