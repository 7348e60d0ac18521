package io.nrtstreams.sql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of statement: how it may be written, and how it is written back. */
class StatementsTest {

    private final SqlParser parser = new SqlParser();

    @ParameterizedTest
    @CsvSource(delimiterString = "=>>", quoteCharacter = '~', textBlock = """
                    create stream energy (meter string key, kwh double) with (kafka_topic = 'energy', value_format = 'json') =>> CREATE STREAM ENERGY (METER STRING KEY, KWH DOUBLE) WITH ('KAFKA_TOPIC' = 'energy', 'VALUE_FORMAT' = 'json')
                    CREATE OR REPLACE SOURCE TABLE IF NOT EXISTS stations (id INT PRIMARY KEY, place STRUCT<lat DOUBLE, lon DOUBLE>) =>> CREATE OR REPLACE SOURCE TABLE IF NOT EXISTS STATIONS (`ID` INT PRIMARY KEY, PLACE STRUCT<LAT DOUBLE, LON DOUBLE>)
                    CREATE STREAM s (all_of ARRAY<STRUCT<k STRING, v BYTES>> HEADERS, one BYTES HEADER('trace')) =>> CREATE STREAM S (ALL_OF ARRAY<STRUCT<K STRING, V BYTES>> HEADERS, ONE BYTES HEADER('trace'))
                    CREATE STREAM s WITH (partitions = 4, value_schema_id = -1, wrap_single_value = FALSE, 'x.y' = NULL) =>> CREATE STREAM S WITH ('PARTITIONS' = 4, 'VALUE_SCHEMA_ID' = -1, 'WRAP_SINGLE_VALUE' = FALSE, 'X.Y' = NULL)
                    CREATE STREAM hot AS SELECT * FROM weather WHERE celsius > 30 EMIT CHANGES =>> CREATE STREAM HOT AS SELECT * FROM WEATHER WHERE CELSIUS > 30 EMIT CHANGES
                    CREATE OR REPLACE TABLE IF NOT EXISTS t WITH (format = 'AVRO') AS SELECT meter, SUM(kwh) total FROM energy GROUP BY meter =>> CREATE OR REPLACE TABLE IF NOT EXISTS T WITH ('FORMAT' = 'AVRO') AS SELECT METER, SUM(KWH) AS TOTAL FROM ENERGY GROUP BY METER
                    SELECT * FROM energy =>> SELECT * FROM ENERGY
                    INSERT INTO hot WITH (query_id = 'q1') SELECT * FROM weather =>> INSERT INTO HOT WITH ('QUERY_ID' = 'q1') SELECT * FROM WEATHER
                    INSERT INTO devices (id, tags, size) VALUES ('a', MAP('os' := 'ios'), STRUCT(w := 1, `h` := ARRAY[2, 3])) =>> INSERT INTO DEVICES (`ID`, TAGS, `SIZE`) VALUES ('a', MAP('os' := 'ios'), STRUCT(W := 1, `h` := ARRAY[2, 3]))
                    INSERT INTO devices VALUES (1, -2.50, NULL) =>> INSERT INTO DEVICES VALUES (1, -2.50, NULL)
                    DELETE FROM stations WHERE id = 7 =>> DELETE FROM STATIONS WHERE `ID` = 7
                    DROP STREAM hot =>> DROP STREAM HOT
                    DROP TABLE IF EXISTS stations DELETE TOPIC =>> DROP TABLE IF EXISTS STATIONS DELETE TOPIC
                    ALTER STREAM energy ADD COLUMN price DECIMAL(8, 2), ADD currency VARCHAR, note STRING =>> ALTER STREAM ENERGY ADD COLUMN PRICE DECIMAL(8, 2), ADD COLUMN CURRENCY VARCHAR, ADD COLUMN NOTE STRING
                    ALTER SYSTEM 'a.b' = 'c' =>> ALTER SYSTEM 'a.b' = 'c'
                    CREATE TYPE IF NOT EXISTS reading AS STRUCT<at TIMESTAMP, kwh DOUBLE> =>> CREATE TYPE IF NOT EXISTS READING AS STRUCT<AT TIMESTAMP, KWH DOUBLE>
                    DROP TYPE IF EXISTS reading =>> DROP TYPE IF EXISTS READING
                    TERMINATE CTAS_TOTAL_3 =>> TERMINATE CTAS_TOTAL_3
                    PAUSE QUERY csas_hot_1 =>> PAUSE CSAS_HOT_1
                    RESUME ALL =>> RESUME ALL
                    LIST STREAMS EXTENDED =>> SHOW STREAMS EXTENDED
                    SHOW TABLES =>> SHOW TABLES
                    SHOW QUERIES EXTENDED =>> SHOW QUERIES EXTENDED
                    SHOW ALL TOPICS =>> SHOW ALL TOPICS
                    LIST TOPICS EXTENDED =>> SHOW TOPICS EXTENDED
                    SHOW PROPERTIES =>> SHOW PROPERTIES
                    SHOW VARIABLES =>> SHOW VARIABLES
                    SHOW FUNCTIONS =>> SHOW FUNCTIONS
                    SHOW TYPES =>> SHOW TYPES
                    SHOW SOURCE CONNECTORS =>> SHOW SOURCE CONNECTORS
                    SHOW SINK CONNECTORS =>> SHOW SINK CONNECTORS
                    LIST CONNECTORS =>> SHOW CONNECTORS
                    SHOW CONNECTOR PLUGINS =>> SHOW CONNECTOR PLUGINS
                    SHOW MODELS =>> SHOW MODELS
                    DESCRIBE energy =>> DESCRIBE ENERGY
                    DESCRIBE EXTENDED energy =>> DESCRIBE ENERGY EXTENDED
                    DESCRIBE TABLES EXTENDED =>> DESCRIBE TABLES EXTENDED
                    DESCRIBE STREAMS =>> DESCRIBE STREAMS
                    DESCRIBE FUNCTION ucase =>> DESCRIBE FUNCTION UCASE
                    DESCRIBE CONNECTOR lake =>> DESCRIBE CONNECTOR LAKE
                    EXPLAIN ctas_total_3 =>> EXPLAIN CTAS_TOTAL_3
                    EXPLAIN SELECT kwh FROM energy =>> EXPLAIN SELECT KWH FROM ENERGY
                    PRINT energy =>> PRINT 'energy'
                    PRINT 'energy-raw' FROM BEGINNING SAMPLE 10 LIMIT 3 =>> PRINT 'energy-raw' FROM BEGINNING INTERVAL 10 LIMIT 3
                    SET 'auto.offset.reset' = 'earliest' =>> SET 'auto.offset.reset' = 'earliest'
                    UNSET 'auto.offset.reset' =>> UNSET 'auto.offset.reset'
                    UNSET ALL =>> UNSET ALL
                    DEFINE Region = 'EU''s' =>> DEFINE Region = 'EU''s'
                    UNDEFINE Region =>> UNDEFINE Region
                    RUN SCRIPT '/etc/start.sql' =>> RUN SCRIPT '/etc/start.sql'
                    CREATE SINK CONNECTOR IF NOT EXISTS lake WITH ("connector.class" = 'S3', 'tasks.max' = 2, topics = 'energy') =>> CREATE SINK CONNECTOR IF NOT EXISTS LAKE WITH ('connector.class' = 'S3', 'tasks.max' = 2, 'topics' = 'energy')
                    CREATE SOURCE CONNECTOR 'mock-energy' =>> CREATE SOURCE CONNECTOR `mock-energy`
                    DROP CONNECTOR IF EXISTS `mock-energy` =>> DROP CONNECTOR IF EXISTS `mock-energy`
                    ASSERT TOPIC Energy WITH (partitions = 3) TIMEOUT 10 SECONDS =>> ASSERT TOPIC 'Energy' WITH ('PARTITIONS' = 3) TIMEOUT 10 SECONDS
                    ASSERT NOT EXISTS TOPIC 'old' =>> ASSERT NOT EXISTS TOPIC 'old'
                    ASSERT SCHEMA SUBJECT 'energy-value' ID 3 TIMEOUT 1 MINUTE =>> ASSERT SCHEMA SUBJECT 'energy-value' ID 3 TIMEOUT 1 MINUTES
                    ASSERT NOT EXISTS SCHEMA ID 4 =>> ASSERT NOT EXISTS SCHEMA ID 4
                    ASSERT VALUES hot (city, rowtime) VALUES ('Rome', 1000) =>> ASSERT VALUES HOT (CITY, ROWTIME) VALUES ('Rome', 1000)
                    ASSERT NULL VALUES total (meter) KEY ('m1') =>> ASSERT NULL VALUES TOTAL (METER) KEY ('m1')
                    ASSERT STREAM hot (city STRING KEY) WITH (kafka_topic = 'HOT') =>> ASSERT STREAM HOT (CITY STRING KEY) WITH ('KAFKA_TOPIC' = 'HOT')
                    ASSERT TABLE total =>> ASSERT TABLE TOTAL
                    CREATE OR REPLACE MODEL load WITH (type = 'LINEAR', label = 'kwh') AS SELECT kwh, celsius FROM history =>> CREATE OR REPLACE MODEL LOAD WITH ('TYPE' = 'LINEAR', 'LABEL' = 'kwh') AS SELECT KWH, CELSIUS FROM HISTORY
                    CREATE MODEL IF NOT EXISTS load AS SELECT * FROM history =>> CREATE MODEL IF NOT EXISTS LOAD AS SELECT * FROM HISTORY
                    DROP MODEL IF EXISTS load =>> DROP MODEL IF EXISTS LOAD
                    """)
    void areReadAndWrittenBack(String text, String canonical) {
        List<ParsedStatement> parsed = parser.parse(text + ";");

        assertThat(parsed).hasSize(1);
        assertThat(SqlFormatter.format(parsed.get(0).statement())).isEqualTo(canonical);
        assertThat(parser.parse(canonical).get(0).statement())
                .isEqualTo(parsed.get(0).statement());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>>", quoteCharacter = '~', textBlock = """
                    select distinct city from weather limit 3 =>> SELECT DISTINCT CITY FROM WEATHER LIMIT 3
                    SELECT w.*, place->*, kwh * 2 AS double, `Max`, kwh twice FROM weather AS w =>> SELECT W.*, PLACE->*, KWH * 2 AS `DOUBLE`, `Max`, KWH AS TWICE FROM WEATHER AS W
                    SELECT * FROM a JOIN b WITHIN 1 HOUR ON a.id = b.id =>> SELECT * FROM A INNER JOIN B WITHIN 1 HOURS ON A.`ID` = B.`ID`
                    SELECT * FROM a x LEFT OUTER JOIN b y WITHIN (1 MINUTE, 90 SECONDS) GRACE PERIOD 1 DAY ON x.k = y.k =>> SELECT * FROM A AS X LEFT JOIN B AS Y WITHIN (1 MINUTES, 90 SECONDS) GRACE PERIOD 1 DAYS ON X.K = Y.K
                    SELECT * FROM a RIGHT JOIN b ON a.k = b.k FULL OUTER JOIN c ON a.k = c.k =>> SELECT * FROM A RIGHT JOIN B ON A.K = B.K FULL JOIN C ON A.K = C.K
                    SELECT c, COUNT(*) FROM s WINDOW TUMBLING (SIZE 1 DAY, RETENTION 2 WEEKS, GRACE PERIOD 0 SECONDS) GROUP BY c EMIT FINAL =>> SELECT C, COUNT(*) FROM S WINDOW TUMBLING (SIZE 1 DAYS, RETENTION 14 DAYS, GRACE PERIOD 0 SECONDS) GROUP BY C EMIT FINAL
                    SELECT c FROM s WINDOW HOPPING (SIZE 90 SECONDS, ADVANCE BY 1500 MILLISECONDS) GROUP BY (c, d) =>> SELECT C FROM S WINDOW HOPPING (SIZE 90 SECONDS, ADVANCE BY 1500 MILLISECONDS) GROUP BY C, D
                    SELECT c FROM s WINDOW SESSION (30 MINUTES, GRACE PERIOD 1 HOUR) GROUP BY c =>> SELECT C FROM S WINDOW SESSION (30 MINUTES, GRACE PERIOD 1 HOURS) GROUP BY C
                    SELECT c FROM s WINDOW TUMBLING (SIZE 1 DAY, TIME ZONE 'Europe/Berlin', OFFSET 6 HOURS) GROUP BY c =>> SELECT C FROM S WINDOW TUMBLING (SIZE 1 DAYS, OFFSET 6 HOURS, TIME ZONE 'Europe/Berlin') GROUP BY C
                    SELECT a FROM s HAVING COUNT(*) > 1 GROUP BY a WHERE b WINDOW SESSION (1 SECOND) LIMIT 2 EMIT CHANGES =>> SELECT A FROM S WINDOW SESSION (1 SECONDS) WHERE B GROUP BY A HAVING COUNT(*) > 1 EMIT CHANGES LIMIT 2
                    SELECT a FROM s PARTITION BY a, b[1] =>> SELECT A FROM S PARTITION BY A, B[1]
                    SELECT x.a FROM (SELECT a FROM s WHERE a > 1) x ORDER BY a, b DESC, c ASC =>> SELECT X.A FROM (SELECT A FROM S WHERE A > 1) AS X ORDER BY A, B DESC, C
                    SELECT a FROM s UNION ALL SELECT b FROM t WHERE c UNION ALL SELECT d FROM u EMIT CHANGES =>> SELECT A FROM S UNION ALL SELECT B FROM T WHERE C UNION ALL SELECT D FROM U EMIT CHANGES
                    """)
    void queriesAreReadAndWrittenBack(String text, String canonical) {
        areReadAndWrittenBack(text, canonical);
    }
}
