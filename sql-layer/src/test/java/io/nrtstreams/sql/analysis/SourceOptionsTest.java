package io.nrtstreams.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.analysis.SourceOptions.Place;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.plan.KeyWindow;
import io.nrtstreams.sql.plan.TimestampColumn;
import io.nrtstreams.sql.tree.Statement.CreateSource;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceOptionsTest {

    private static final String SELECT_PROPERTIES =
            "KAFKA_TOPIC='t', VALUE_FORMAT='JSON', KEY_FORMAT='KAFKA', PARTITIONS=3, REPLICAS=2, RETENTION_MS=1000";

    private static SourceOptions options(String with, Place place) {
        CreateSource statement = (CreateSource) new SqlParser()
                .parse("CREATE STREAM s (a INT) WITH (" + with + ");")
                .get(0)
                .statement();
        return SourceOptions.parse(statement.properties(), place);
    }

    private static SourceOptions source(String with) {
        return options(with, Place.SOURCE);
    }

    private static void refused(String with, Place place, String message) {
        assertThatThrownBy(() -> options(with, place))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatIsNotSaidIsAbsent() {
        SourceOptions options = source("KAFKA_TOPIC='t'");
        assertThat(options.topic()).contains("t");
        assertThat(options.key().name()).isEmpty();
        assertThat(options.value().name()).isEmpty();
        assertThat(options.value().schemaId()).isEmpty();
        assertThat(options.wrapSingleValue()).isEmpty();
        assertThat(options.partitions()).isEmpty();
        assertThat(options.replicas()).isEmpty();
        assertThat(options.retention()).isEmpty();
        assertThat(options.timestamp()).isEmpty();
        assertThat(options.window()).isEmpty();
        assertThat(options.connector()).isEmpty();
        assertThat(options.queryId()).isEmpty();
    }

    @Test
    void topicsHaveSizesAndTimes() {
        for (Place place : new Place[] {Place.SOURCE, Place.SINK}) {
            SourceOptions options = options(SELECT_PROPERTIES, place);
            assertThat(options.partitions()).contains(3);
            assertThat(options.replicas()).contains(2);
            assertThat(options.retention()).contains(Duration.ofSeconds(1));
        }
        assertThat(source("PARTITIONS='4', RETENTION_MS='-1'").partitions()).contains(4);
        assertThat(source("RETENTION_MS=-1").retention()).contains(Duration.ofMillis(-1));
    }

    @Test
    void formatsHaveNamesAndProperties() {
        SourceOptions both = source("FORMAT='json', WRAP_SINGLE_VALUE='false'");
        assertThat(both.key().name()).contains("JSON");
        assertThat(both.value().name()).contains("JSON");
        assertThat(both.wrapSingleValue()).contains(false);
        SourceOptions apart =
                source("KEY_FORMAT='delimited', KEY_DELIMITER=';', VALUE_FORMAT='AVRO', VALUE_SCHEMA_ID=7,"
                        + " VALUE_AVRO_SCHEMA_FULL_NAME='a.B', WRAP_SINGLE_VALUE=true");
        assertThat(apart.key().name()).contains("DELIMITED");
        assertThat(apart.key().properties()).containsOnlyKeys("DELIMITER").containsValue(";");
        assertThat(apart.value().schemaId()).contains(7);
        assertThat(apart.value().properties()).containsEntry("AVRO_SCHEMA_FULL_NAME", "a.B");
        assertThat(apart.wrapSingleValue()).contains(true);
        assertThat(source("VALUE_FORMAT='PROTOBUF', VALUE_PROTOBUF_NULLABLE_REPRESENTATION='WRAPPER',"
                                + " KEY_SCHEMA_FULL_NAME='x'")
                        .value()
                        .properties())
                .containsEntry("PROTOBUF_NULLABLE_REPRESENTATION", "WRAPPER");
    }

    @Test
    void theTimestampColumnIsNamedLikeAllNames() {
        assertThat(source("TIMESTAMP='at'").timestamp()).contains(new TimestampColumn("AT", Optional.empty()));
        assertThat(source("TIMESTAMP='`at`', TIMESTAMP_FORMAT='yyyy'").timestamp())
                .contains(new TimestampColumn("at", Optional.of("yyyy")));
        assertThat(source("TIMESTAMP='\"at\"'").timestamp()).contains(new TimestampColumn("at", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"1 MILLISECOND,1", "2 seconds,2000", "3 MINUTES,180000", "4 HOUR,14400000", "5 DAYS,432000000"})
    void windowsHaveASize(String size, long milliseconds) {
        for (KeyWindow.Kind kind : new KeyWindow.Kind[] {KeyWindow.Kind.TUMBLING, KeyWindow.Kind.HOPPING}) {
            assertThat(source("WINDOW_TYPE='" + kind.name().toLowerCase(java.util.Locale.ROOT) + "', WINDOW_SIZE='"
                                    + size + "'")
                            .window())
                    .contains(new KeyWindow(kind, Optional.of(Duration.ofMillis(milliseconds))));
        }
        assertThat(source("WINDOW_TYPE='SESSION'").window())
                .contains(new KeyWindow(KeyWindow.Kind.SESSION, Optional.empty()));
    }

    @Test
    void theConnectorAndTheQueryAreNamed() {
        assertThat(source("SOURCED_BY_CONNECTOR='c'").connector()).contains("c");
        assertThat(source("SOURCE_CONNECTOR='c'").connector()).contains("c");
        assertThat(options("QUERY_ID='mine'", Place.INSERT).queryId()).contains("MINE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            KAFKA_TOPIC=1                              | KAFKA_TOPIC must be a text in quotes, not empty.
            KAFKA_TOPIC=' '                            | KAFKA_TOPIC must be a text in quotes, not empty.
            KAFKA_TOPIK='t'                            | KAFKA_TOPIK is not a property of this WITH clause. Did you mean KAFKA_TOPIC?
            NOTHING=1                                  | NOTHING is not a property of this WITH clause.
            CLEANUP_POLICY='compact'                   | CLEANUP_POLICY cannot be set: it follows from what the statement makes
            QUERY_ID='q'                               | QUERY_ID is not a property of this WITH clause.
            FORMAT='JSON', VALUE_FORMAT='JSON'         | FORMAT and VALUE_FORMAT exclude each other; leave one.
            FORMAT='JSON', KEY_FORMAT='JSON'           | FORMAT and KEY_FORMAT exclude each other; leave one.
            SOURCE_CONNECTOR='a', SOURCED_BY_CONNECTOR='a' | exclude each other
            VALUE_FORMAT=1                             | VALUE_FORMAT must be a text in quotes
            VALUE_DELIMITER=1                          | VALUE_DELIMITER must be a text in quotes
            VALUE_SCHEMA_ID='x'                        | VALUE_SCHEMA_ID must be a whole number of at least 1.
            VALUE_SCHEMA_ID=0                          | VALUE_SCHEMA_ID must be a whole number of at least 1.
            WRAP_SINGLE_VALUE='maybe'                  | WRAP_SINGLE_VALUE must be true or false.
            PARTITIONS=0                               | PARTITIONS must be a whole number of at least 1.
            PARTITIONS=1.5                             | PARTITIONS must be a whole number of at least 1.
            PARTITIONS=3000000000                      | PARTITIONS must be a whole number of at least 1.
            REPLICAS=-1                                | REPLICAS must be a whole number of at least 1.
            RETENTION_MS=-2                            | RETENTION_MS must be a whole number of milliseconds
            RETENTION_MS='1 DAY'                       | RETENTION_MS must be a whole number of milliseconds
            TIMESTAMP_FORMAT='yyyy'                    | TIMESTAMP_FORMAT needs TIMESTAMP, which names the column.
            TIMESTAMP='a', TIMESTAMP_FORMAT='{'        | TIMESTAMP_FORMAT is not a pattern of a date and time
            WINDOW_TYPE='SLIDING'                      | WINDOW_TYPE must be TUMBLING, HOPPING or SESSION.
            WINDOW_TYPE='TUMBLING'                     | WINDOW_TYPE TUMBLING needs WINDOW_SIZE, such as '30 SECONDS'.
            WINDOW_TYPE='SESSION', WINDOW_SIZE='1 DAY' | WINDOW_SIZE goes with WINDOW_TYPE TUMBLING or HOPPING only.
            WINDOW_SIZE='1 DAY'                        | WINDOW_SIZE goes with WINDOW_TYPE TUMBLING or HOPPING only.
            WINDOW_TYPE='HOPPING', WINDOW_SIZE='soon'  | WINDOW_SIZE must be a number and a unit such as '30 SECONDS'.
            WINDOW_TYPE='HOPPING', WINDOW_SIZE='1 AGE' | WINDOW_SIZE must be a number and a unit
            WINDOW_TYPE='HOPPING', WINDOW_SIZE='0 DAYS' | WINDOW_SIZE must be a number and a unit
            WINDOW_TYPE='HOPPING', WINDOW_SIZE='999999999999999 DAYS' | WINDOW_SIZE must be a number and a unit
            """)
    void aMistakeIsRefused(String with, String message) {
        refused(with, Place.SOURCE, message);
    }

    @Test
    void eachPlaceHasItsProperties() {
        refused(
                "WINDOW_TYPE='SESSION'",
                Place.SINK,
                "WINDOW_TYPE describes an existing topic, and AS SELECT writes its own");
        refused("SOURCE_CONNECTOR='c'", Place.SINK, "SOURCE_CONNECTOR describes an existing topic");
        refused("KAFKA_TOPIC='t'", Place.INSERT, "KAFKA_TOPIC is not a property of this WITH clause.");
        refused("QUERY_IDD='t'", Place.INSERT, "Did you mean QUERY_ID?");
    }

    @Test
    void allMistakesAreToldTogetherAtThePlaceOfTheFirst() {
        assertThatThrownBy(() -> source("KAFKA_TOPIC='t', FORMT='JSON', PARTITIONS='many', WINDOW_TYPE='TUMBLING'"))
                .isInstanceOf(SqlException.class)
                .hasMessage("line 1, column 48: FORMT is not a property of this WITH clause. Did you mean FORMAT?"
                        + " PARTITIONS must be a whole number of at least 1."
                        + " WINDOW_TYPE TUMBLING needs WINDOW_SIZE, such as '30 SECONDS'.");
    }
}
