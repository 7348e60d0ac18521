package io.nrtstreams.bench.pipeline;

/** The statements of the measured queries. */
final class Statements {

    private Statements() {}

    /** A stream of readings over a topic that is there. */
    static String readings(String stream, String topic) {
        return "CREATE STREAM " + stream + " (meter STRING KEY, city STRING, tariff STRING, kwh DOUBLE, phase INT)"
                + " WITH (KAFKA_TOPIC = '" + topic + "', VALUE_FORMAT = 'JSON');";
    }

    /** Count, sum and mean by city and tariff. */
    static String grouped(String table, String stream) {
        return "CREATE TABLE " + table + " WITH (KAFKA_TOPIC = '" + table + "', FORMAT = 'JSON') AS"
                + " SELECT city, tariff, COUNT(*) AS n, SUM(kwh) AS total, AVG(kwh) AS mean FROM " + stream
                + " GROUP BY city, tariff;";
    }

    /** Count and sum by a column, or by the meter. */
    static String counted(String table, String stream, String column) {
        return "CREATE TABLE " + table + " WITH (KAFKA_TOPIC = '" + table + "', VALUE_FORMAT = 'JSON') AS SELECT "
                + column + ", COUNT(*) AS n, SUM(kwh) AS total FROM " + stream + " GROUP BY " + column + ";";
    }
}
