package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import java.util.List;
import java.util.Map;

/** The session's properties that change how statements are planned; those called ksql have ksqlDB's names. */
public final class PlanningProperties {

    public static final String DEFAULT_KEY_FORMAT = "ksql.persistence.default.format.key";
    public static final String DEFAULT_VALUE_FORMAT = "ksql.persistence.default.format.value";
    public static final String WRAP_SINGLE_VALUES = "ksql.persistence.wrap.single.values";
    public static final String TOPIC_NAME_PREFIX = "ksql.output.topic.name.prefix";

    /**
     * Which of a table's rows a stream's record is joined with: {@code arrival}, the last that came, or {@code event-time}, the
     * one valid at the record's time.
     */
    public static final String STREAM_TABLE_JOIN = "nrt.join.stream.table";

    /** Whether a pull query may look through a whole table; it may unless this is false. */
    public static final String TABLE_SCAN = "ksql.query.pull.table.scan.enabled";

    /** Whether a pull query may look through a range of keys where it may not look through a table; it may unless this is false. */
    public static final String RANGE_SCAN = "ksql.query.pull.range.scan.enabled";

    /**
     * Whether queries without EMIT are answered that are more than a look-up, such as joins. When it is not set, those over
     * tables are and those over streams, whose records are without number, are not.
     */
    public static final String BEYOND = "nrt.query.spark.enabled";

    private static final String ARRIVAL = "arrival";
    private static final String EVENT_TIME = "event-time";

    private PlanningProperties() {}

    /**
     * Whether {@link #STREAM_TABLE_JOIN} wants the row valid at the record's time.
     *
     * @throws SqlException when the property has another value than it can
     */
    static boolean joinsByEventTime(Map<String, String> properties) {
        String wanted = properties.getOrDefault(STREAM_TABLE_JOIN, ARRIVAL);
        if (wanted.equalsIgnoreCase(EVENT_TIME)) {
            return true;
        }
        if (wanted.equalsIgnoreCase(ARRIVAL)) {
            return false;
        }
        throw new SqlException(
                STREAM_TABLE_JOIN + " is '" + wanted + "', but it can be " + ARRIVAL + " or " + EVENT_TIME + " only."
                        + Suggestions.didYouMean(wanted, List.of(ARRIVAL, EVENT_TIME)) + " SET it anew, or UNSET it.");
    }
}
