package io.nrtstreams.sql.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.plan.KeyWindow;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.row.Origin;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.row.TopicRecord.Header;
import io.nrtstreams.sql.row.Window;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlTypes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Records to rows and back: parts, windows, headers. */
final class TopicCodecTest {

    private static final Column KEY = new Column("K", SqlTypes.STRING);
    private static final Column OTHER_KEY = new Column("L", SqlTypes.STRING);
    private static final List<Column> VALUE =
            List.of(new Column("A", SqlTypes.INTEGER), new Column("B", SqlTypes.STRING));
    private static final List<Header> HEADERS = List.of(new Header("h", new byte[] {1}));

    @Test
    void keyAndValueHaveTheirOwnFormats() throws DecodeException {
        TopicCodec codec = codec("KAFKA", List.of(KEY), Optional.empty());

        Row row = codec.decode(record("k", "{\"a\":1,\"b\":\"x\"}"));

        assertThat(row.key()).containsExactly("k");
        assertThat(row.value()).containsExactly(1, "x");
        assertThat(row.before()).isNull();
        assertThat(row.window()).isNull();
        assertThat(row.timestamp()).isEqualTo(1000);
        assertThat(row.origin()).isEqualTo(new Origin("input", 3, 7, HEADERS));
        TopicRecord written = codec.encode(row);
        assertThat(written.topic()).isEqualTo("topic");
        assertThat(written.partition()).isEqualTo(TopicCodec.UNKNOWN_PARTITION);
        assertThat(written.offset()).isEqualTo(TopicCodec.UNKNOWN_OFFSET);
        assertThat(written.timestamp()).isEqualTo(1000);
        assertThat(written.headers()).isEqualTo(HEADERS);
        assertThat(text(written.key())).isEqualTo("k");
        assertThat(text(written.value())).isEqualTo("{\"A\":1,\"B\":\"x\"}");
    }

    @Test
    void rowOfNoSingleRecordHasNoHeaders() {
        Row row = new Row(new Object[] {"k"}, null, new Object[] {1, "x"}, null, 5, null);

        assertThat(codec("KAFKA", List.of(KEY), Optional.empty()).encode(row).headers())
                .isEmpty();
    }

    @Test
    void missingKeyAndMissingValueStayMissing() throws DecodeException {
        for (String format : List.of("KAFKA", "JSON", "DELIMITED")) {
            TopicCodec codec = codec(format, List.of(KEY), Optional.empty());

            Row row = codec.decode(recordWithoutKey(null));

            assertThat(row.key()).containsExactly((Object) null);
            assertThat(row.isKeyAbsent()).isTrue();
            assertThat(row.value()).isNull();
            assertThat(codec.encode(row).key()).isNull();
            assertThat(codec.encode(row).value()).isNull();
        }
    }

    @Test
    void missingKeyIsNotAKeyOfNulls() throws DecodeException {
        TopicCodec codec = codec("JSON", List.of(KEY, OTHER_KEY), Optional.empty());

        Row without = codec.decode(recordWithoutKey("{}"));
        Row ofNulls = codec.decode(record("{\"K\":null}", "{}"));

        assertThat(without.key()).containsExactly(null, null);
        assertThat(ofNulls.key()).containsExactly(null, null);
        assertThat(codec.encode(without).key()).isNull();
        assertThat(text(codec.encode(ofNulls).key())).isEqualTo("{\"K\":null,\"L\":null}");
    }

    @Test
    void keyIsNotReadWhereThereIsNoKeyColumn() throws DecodeException {
        for (String format : List.of("KAFKA", "NONE", "JSON")) {
            TopicCodec codec = codec(format, List.of(), Optional.empty());

            Row row = codec.decode(record("{not read", "{}"));

            assertThat(row.key()).isEmpty();
            assertThat(codec.encode(row).key()).isNull();
        }
    }

    @Test
    void mistakesNameTheirPart() {
        TopicCodec codec = codec("JSON", List.of(KEY), Optional.empty());

        assertThatThrownBy(() -> codec.decode(record("{", "{}")))
                .isInstanceOf(DecodeException.class)
                .hasMessageStartingWith("the key: not JSON");
        assertThatThrownBy(() -> codec.decode(recordWithoutKey("{\"A\":[]}")))
                .isInstanceOf(DecodeException.class)
                .hasMessage("the value: column A must be a whole number, but is an array");
    }

    @Test
    void timeWindowIsItsStartAfterTheKey() throws DecodeException {
        TopicCodec codec = codec("KAFKA", List.of(KEY), tumbling(Duration.ofSeconds(10)));
        byte[] key = HexFormat.of().parseHex("6b" + "0000000000007530");

        Row row = codec.decode(record(key, "{}"));

        assertThat(row.key()).containsExactly("k");
        assertThat(row.window()).isEqualTo(new Window(30_000, 40_000));
        assertThat(codec.encode(row).key()).containsExactly(key);
    }

    @Test
    void endOfATimeWindowDoesNotOverflow() throws DecodeException {
        TopicCodec codec = codec("KAFKA", List.of(KEY), tumbling(Duration.ofSeconds(10)));

        Row row = codec.decode(record(HexFormat.of().parseHex("7fffffffffffffff"), "{}"));

        assertThat(row.window()).isEqualTo(new Window(Long.MAX_VALUE, Long.MAX_VALUE));
    }

    @Test
    void sessionIsItsEndAndItsStartAfterTheKey() throws DecodeException {
        TopicCodec codec = codec("KAFKA", List.of(KEY), session());
        byte[] key = HexFormat.of().parseHex("6b" + "0000000000007531" + "0000000000007530");

        Row row = codec.decode(record(key, "{}"));

        assertThat(row.key()).containsExactly("k");
        assertThat(row.window()).isEqualTo(new Window(30_000, 30_001));
        assertThat(codec.encode(row).key()).containsExactly(key);
    }

    @Test
    void windowedKeyMayBeMissing() throws DecodeException {
        TopicCodec codec = codec("KAFKA", List.of(KEY), session());

        Row row = codec.decode(recordWithoutKey("{}"));

        assertThat(row.window()).isNull();
        assertThat(codec.encode(row).key()).isNull();
    }

    @Test
    void windowsThatAreNoneAreRefused() {
        TopicCodec times = codec("KAFKA", List.of(KEY), tumbling(Duration.ofSeconds(10)));
        TopicCodec sessions = codec("KAFKA", List.of(KEY), session());

        assertThatThrownBy(() -> times.decode(record("short", "{}")))
                .isInstanceOf(DecodeException.class)
                .hasMessage("a windowed key ends with 8 bytes of its window, but it has 5 bytes in all");
        assertThatThrownBy(() -> times.decode(record(HexFormat.of().parseHex("ffffffffffffffff"), "{}")))
                .isInstanceOf(DecodeException.class)
                .hasMessageStartingWith("the window of the key is not one");
        assertThatThrownBy(() ->
                        sessions.decode(record(HexFormat.of().parseHex("0000000000000001" + "0000000000000002"), "{}")))
                .isInstanceOf(DecodeException.class)
                .hasMessageStartingWith("the window of the key is not one");
    }

    @Test
    void rowWithoutAWindowCannotBeWrittenToAWindowedTopic() {
        TopicCodec codec = codec("KAFKA", List.of(KEY), session());
        Row row = new Row(new Object[] {"k"}, null, null, null, 5, null);

        assertThatThrownBy(() -> codec.encode(row))
                .isInstanceOf(EncodeException.class)
                .hasMessage("the topic topic has windowed keys, but the row has no window");
    }

    @Test
    void timeWindowsNeedASize() {
        assertThatThrownBy(() -> codec(
                        "KAFKA", List.of(KEY), Optional.of(new KeyWindow(KeyWindow.Kind.HOPPING, Optional.empty()))))
                .isInstanceOf(SqlException.class)
                .hasMessage("Keys in HOPPING windows need WINDOW_SIZE.");
    }

    @Test
    void columnsThatTheFormatCannotHoldAreRefused() {
        assertThatThrownBy(() -> codec("KAFKA", List.of(KEY, OTHER_KEY), Optional.empty()))
                .isInstanceOf(SqlException.class)
                .hasMessageStartingWith("KAFKA holds one column, but the key has 2");
    }

    private static Optional<KeyWindow> tumbling(Duration size) {
        return Optional.of(new KeyWindow(KeyWindow.Kind.TUMBLING, Optional.of(size)));
    }

    private static Optional<KeyWindow> session() {
        return Optional.of(new KeyWindow(KeyWindow.Kind.SESSION, Optional.empty()));
    }

    private static TopicCodec codec(String keyFormat, List<Column> key, Optional<KeyWindow> window) {
        return TopicCodec.of(
                new TopicLayout(
                        "topic",
                        Schema.of(key, VALUE).withWindowed(window.isPresent()),
                        FormatSpec.of(keyFormat),
                        FormatSpec.of("JSON"),
                        window,
                        Optional.empty()),
                Formats.withoutRegistry());
    }

    private static TopicRecord recordWithoutKey(String value) {
        return record((byte[]) null, value);
    }

    private static TopicRecord record(String key, String value) {
        return record(key.getBytes(StandardCharsets.UTF_8), value);
    }

    private static TopicRecord record(byte[] key, String value) {
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        return new TopicRecord("input", 3, 7, 1000, key, bytes, HEADERS);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
