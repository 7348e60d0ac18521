package io.nrtstreams.sql.analysis;

/** The session's properties that change how statements are planned; their names are those of ksqlDB. */
public final class PlanningProperties {

    public static final String DEFAULT_KEY_FORMAT = "ksql.persistence.default.format.key";
    public static final String DEFAULT_VALUE_FORMAT = "ksql.persistence.default.format.value";
    public static final String WRAP_SINGLE_VALUES = "ksql.persistence.wrap.single.values";
    public static final String TOPIC_NAME_PREFIX = "ksql.output.topic.name.prefix";

    private PlanningProperties() {}
}
