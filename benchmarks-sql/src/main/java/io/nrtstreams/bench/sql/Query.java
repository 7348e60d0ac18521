package io.nrtstreams.bench.sql;

import java.util.List;

/** What is measured, as SQL. */
public enum Query {
    filter_project(
            "CREATE STREAM o AS SELECT meter, kwh * 1000 AS wh, UCASE(city) AS city FROM energy WHERE kwh > 0.5;"),
    group_by("CREATE TABLE o WITH (KEY_FORMAT='JSON') AS SELECT city, tariff, COUNT(*) AS n, SUM(kwh) AS total,"
            + " AVG(kwh) AS mean FROM energy GROUP BY city, tariff;"),
    tumbling("CREATE TABLE o AS SELECT meter, COUNT(*) AS n, SUM(kwh) AS total FROM energy"
            + " WINDOW TUMBLING (SIZE 1 MINUTE, GRACE PERIOD 10 SECONDS) GROUP BY meter;"),
    stream_table_join("CREATE STREAM o AS SELECT e.meter AS meter, kwh, city, owner, cap FROM energy e"
            + " JOIN meters m ON e.meter = m.id;");

    private static final List<String> SOURCES = List.of(
            "CREATE STREAM energy (meter STRING KEY, kwh DOUBLE, city STRING, tariff STRING, phase INT, reading BIGINT)"
                    + " WITH (KAFKA_TOPIC='energy', VALUE_FORMAT='JSON', PARTITIONS=1);",
            "CREATE TABLE meters (id STRING PRIMARY KEY, owner STRING, cap INT)"
                    + " WITH (KAFKA_TOPIC='meters', VALUE_FORMAT='JSON', PARTITIONS=1);");

    private final String statement;

    Query(String statement) {
        this.statement = statement;
    }

    String script() {
        return String.join("\n", SOURCES) + "\n" + statement;
    }
}
