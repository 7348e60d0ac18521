package io.nrtstreams.sql.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.plan.TimestampColumn;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The time of a row by the timestamp column. */
final class EventTimeTest {

    private static final long RECORD_TIME = 77;

    @Test
    void bigintIsMsSince1970() throws DecodeException {
        assertThat(read(codec(SqlTypes.BIGINT, Optional.empty()), "{\"T\":1500000000123}"))
                .isEqualTo(1500000000123L);
    }

    @Test
    void timestampIsATime() throws DecodeException {
        assertThat(read(codec(SqlTypes.TIMESTAMP, Optional.empty()), "{\"T\":1500000000123}"))
                .isEqualTo(1500000000123L);
    }

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "yyyy-MM-dd HH:mm:ss;2017-07-14 02:40:00;2017-07-14T02:40:00Z",
                "yyyy-MM-dd'T'HH:mm:ss.SX;2017-07-14T02:40:00.1+0200;2017-07-14T00:40:00.100Z",
                "yyyy-MM-dd'T'HH:mm:ssXXX;2017-07-14T02:40:00Z;2017-07-14T02:40:00Z",
                "yyyy-MM-dd HH:mm VV;2017-07-14 02:40 Europe/Vienna;2017-07-14T00:40:00Z",
                "dd MMM uuuu;14 jul 2017;2017-07-14T00:00:00Z",
                "yy-MM-dd hh:mm a;17-07-14 02:40 PM;2017-07-14T14:40:00Z",
                "yyyy-DDD;2017-195;2017-07-14T00:00:00Z",
                "yyyy;2017;2017-01-01T00:00:00Z",
                "MM-dd HH;07-14 02;1970-07-14T02:00:00Z",
                "HH:mm;02:40;1970-01-01T02:40:00Z"
            })
    void stringIsOfAPattern(String pattern, String text, Instant time) throws DecodeException {
        TopicCodec codec = codec(SqlTypes.STRING, Optional.of(pattern));

        assertThat(read(codec, "{\"T\":\"" + text + "\"}")).isEqualTo(time.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2017-07-14", "2017-07-14 25:00", "2017-07-14 02:40 and more"})
    void otherStringIsNoTime(String text) {
        TopicCodec codec = codec(SqlTypes.STRING, Optional.of("yyyy-MM-dd HH:mm"));

        assertThatThrownBy(() -> read(codec, "{\"T\":\"" + text + "\"}"))
                .isInstanceOf(DecodeException.class)
                .hasMessage("the timestamp column `T` STRING is not of the pattern yyyy-MM-dd HH:mm")
                .hasNoCause();
    }

    @Test
    void timesThatAreNoneAreRefused() {
        TopicCodec codec = codec(SqlTypes.BIGINT, Optional.empty());

        assertThatThrownBy(() -> read(codec, "{\"T\":-1}"))
                .isInstanceOf(DecodeException.class)
                .hasMessage("the timestamp column `T` BIGINT is before 1970");
        assertThatThrownBy(() -> read(codec, "{}"))
                .isInstanceOf(DecodeException.class)
                .hasMessage("the timestamp column `T` BIGINT is null");
    }

    @Test
    void recordWithoutAValueHasItsOwnTime() throws DecodeException {
        assertThat(read(codec(SqlTypes.BIGINT, Optional.empty()), null)).isEqualTo(RECORD_TIME);
    }

    @Test
    void recordWithoutATimeIsRefused() {
        TopicRecord record = new TopicRecord("topic", 0, 0, -1, null, null, List.of());

        assertThatThrownBy(() -> codec(SqlTypes.BIGINT, Optional.empty()).decode(record))
                .isInstanceOf(DecodeException.class)
                .hasMessage("the record has no timestamp");
    }

    @Test
    void keyColumnMayBeTheTime() throws DecodeException {
        TopicRecord record = new TopicRecord("topic", 0, 0, 1, utf8("55"), utf8("{}"), List.of());

        assertThat(codec("K", SqlTypes.INTEGER, Optional.empty()).decode(record).timestamp())
                .isEqualTo(55);
    }

    @Test
    void writtenRecordHasTheTimeOfItsColumn() {
        TopicCodec codec = codec(SqlTypes.TIMESTAMP, Optional.empty());

        assertThat(codec.encode(row(Instant.ofEpochMilli(99))).timestamp()).isEqualTo(99);
        assertThat(codec.encode(row(null).withValue(null)).timestamp()).isEqualTo(RECORD_TIME);
        assertThatThrownBy(() -> codec.encode(row(Instant.ofEpochMilli(-1))))
                .isInstanceOf(EncodeException.class)
                .hasMessage("the timestamp column `T` TIMESTAMP is before 1970");
    }

    @Test
    void timeTooFarAwayCannotBeWritten() {
        assertThatThrownBy(() -> codec(SqlTypes.TIMESTAMP, Optional.empty()).encode(row(Instant.MAX)))
                .isInstanceOf(EncodeException.class)
                .hasMessage("the timestamp column `T` TIMESTAMP is too far away");
        assertThatThrownBy(() -> Times.number(Instant.MAX))
                .isInstanceOf(EncodeException.class)
                .hasMessage("a TIMESTAMP is too far away to be written in ms");
    }

    @Test
    void columnMustBeThereAndBeATime() {
        assertThatThrownBy(() -> codec("TT", SqlTypes.BIGINT, Optional.empty()))
                .isInstanceOf(SqlException.class)
                .hasMessage("TIMESTAMP names the column TT, which is not there. Did you mean T?");
        assertThatThrownBy(() -> codec(SqlTypes.DATE, Optional.empty()))
                .isInstanceOf(SqlException.class)
                .hasMessage("The timestamp column `T` DATE must be BIGINT, TIMESTAMP or STRING.");
        assertThatThrownBy(() -> codec(SqlTypes.BIGINT, Optional.of("yyyy")))
                .isInstanceOf(SqlException.class)
                .hasMessage("TIMESTAMP_FORMAT is for columns of type STRING, which `T` BIGINT is not; leave it out.");
        assertThatThrownBy(() -> codec(SqlTypes.STRING, Optional.empty()))
                .isInstanceOf(SqlException.class)
                .hasMessageStartingWith("The timestamp column `T` STRING needs TIMESTAMP_FORMAT");
        assertThatThrownBy(() -> codec(SqlTypes.STRING, Optional.of("yyyy-b")))
                .isInstanceOf(SqlException.class)
                .hasMessageStartingWith("TIMESTAMP_FORMAT 'yyyy-b' is not a pattern of a date and time");
    }

    private static Row row(Instant time) {
        return new Row(new Object[] {1L}, null, new Object[] {time}, null, RECORD_TIME, null);
    }

    private static long read(TopicCodec codec, String value) throws DecodeException {
        return codec.decode(new TopicRecord("topic", 0, 0, RECORD_TIME, null, utf8(value), List.of()))
                .timestamp();
    }

    private static byte[] utf8(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static TopicCodec codec(SqlType type, Optional<String> format) {
        return codec("T", type, format);
    }

    private static TopicCodec codec(String column, SqlType type, Optional<String> format) {
        Schema schema = Schema.of(List.of(new Column("K", SqlTypes.BIGINT)), List.of(new Column("T", type)));
        return TopicCodec.of(
                new TopicLayout(
                        "topic",
                        schema,
                        FormatSpec.of("JSON"),
                        FormatSpec.of("JSON"),
                        Optional.empty(),
                        Optional.of(new TimestampColumn(column, format))),
                Formats.withoutRegistry());
    }
}
