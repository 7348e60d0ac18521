package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.analysis.PlanningProperties;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A property that SET knows.
 *
 * @param choices the values it can have; none when any will do
 * @param meaning a sentence for the documentation
 */
public record SessionProperty(String name, List<String> choices, String meaning) {

    public static final String OFFSET_RESET = "auto.offset.reset";
    public static final String TABLE_SCAN = "ksql.query.pull.table.scan.enabled";
    public static final String RANGE_SCAN = "ksql.query.pull.range.scan.enabled";
    public static final String BEYOND = "nrt.query.spark.enabled";
    public static final String EMISSION = "nrt.emission";
    public static final String ON_DATA_LOSS = "nrt.on.data.loss";

    private static final List<String> SWITCH = List.of("true", "false");
    private static final String STREAMS_PREFIX = "ksql.streams.";

    /** Set by scripts for other engines; what they ask for is so here whatever they say. */
    private static final List<String> GIVEN = List.of(
            "cache.max.bytes.buffering",
            "statestore.cache.max.bytes",
            "commit.interval.ms",
            "num.stream.threads",
            "num.standby.replicas",
            "max.task.idle.ms");

    private static final Map<String, SessionProperty> ALL = List.of(
                    new SessionProperty(
                            OFFSET_RESET,
                            List.of("earliest", "latest"),
                            "where a query begins to read: with all that its topics hold, or with what comes."),
                    new SessionProperty(TABLE_SCAN, SWITCH, "whether a pull query may look through a whole table."),
                    new SessionProperty(RANGE_SCAN, SWITCH, "whether a pull query may look through a range of keys."),
                    new SessionProperty(
                            BEYOND, SWITCH, "whether Spark answers SELECTs that are more than a look-up in a table."),
                    new SessionProperty(
                            EMISSION,
                            List.of("every-change", "per-batch"),
                            "whether a table's query writes every change, or the last one of each key in a batch."),
                    new SessionProperty(
                            ON_DATA_LOSS,
                            List.of("fail", "continue"),
                            "what a query does when records it has not read were deleted."),
                    new SessionProperty(
                            PlanningProperties.STREAM_TABLE_JOIN,
                            List.of("arrival", "event-time"),
                            "which row of a table a stream's record is joined with."),
                    new SessionProperty(
                            PlanningProperties.DEFAULT_KEY_FORMAT,
                            List.of(),
                            "the KEY_FORMAT of those that name none."),
                    new SessionProperty(
                            PlanningProperties.DEFAULT_VALUE_FORMAT,
                            List.of(),
                            "the VALUE_FORMAT of those that name none."),
                    new SessionProperty(
                            PlanningProperties.WRAP_SINGLE_VALUES,
                            SWITCH,
                            "whether the only value column stands inside a record."),
                    new SessionProperty(
                            PlanningProperties.TOPIC_NAME_PREFIX,
                            List.of(),
                            "what the names of topics that queries make begin with."),
                    new SessionProperty(
                            "processing.guarantee",
                            List.of("exactly_once", "exactly_once_v2", "at_least_once"),
                            "accepted; queries always write exactly once."))
            .stream()
            .collect(Collectors.toMap(SessionProperty::name, Function.identity()));

    public SessionProperty {
        choices = List.copyOf(choices);
    }

    /** All of them, by name, but for those that only scripts for other engines set. */
    public static List<SessionProperty> all() {
        return ALL.values().stream()
                .sorted(Comparator.comparing(SessionProperty::name))
                .toList();
    }

    /**
     * The value that this property takes of a server's setting.
     *
     * @throws SqlException when it cannot have it
     */
    public String valid(String value) {
        return valid(name, value);
    }

    /** Whether there is a property of this name, with or without {@code ksql.streams.} before it. */
    static boolean exists(String name) {
        String bare = bare(name);
        return ALL.containsKey(bare) || GIVEN.contains(bare);
    }

    private static String bare(String name) {
        return name.startsWith(STREAMS_PREFIX) ? name.substring(STREAMS_PREFIX.length()) : name;
    }

    /**
     * The property of this name, with or without {@code ksql.streams.} before it.
     *
     * @throws SqlException when there is none
     */
    static SessionProperty require(String name) {
        String bare = bare(name);
        if (GIVEN.contains(bare)) {
            return new SessionProperty(bare, List.of(), "accepted and of no effect.");
        }
        SessionProperty found = ALL.get(bare);
        if (found == null) {
            throw new SqlException("There is no property " + name + "." + Suggestions.didYouMean(bare, ALL.keySet())
                    + " SHOW PROPERTIES lists them.");
        }
        return found;
    }

    /**
     * The value as it is kept.
     *
     * @throws SqlException when the property cannot have it
     */
    static String valid(String name, String value) {
        SessionProperty property = require(name);
        if (property.choices.isEmpty()) {
            return value;
        }
        String wanted = value.strip().toLowerCase(Locale.ROOT);
        if (!property.choices.contains(wanted)) {
            throw new SqlException(
                    property.name + " is '" + value + "', but it can be " + String.join(" or ", property.choices)
                            + " only." + Suggestions.didYouMean(wanted, property.choices));
        }
        return wanted;
    }
}
