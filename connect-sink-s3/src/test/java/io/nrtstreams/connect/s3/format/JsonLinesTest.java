package io.nrtstreams.connect.s3.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonLinesTest {
    private static final Date MOMENT = Date.from(Instant.parse("2026-11-22T10:15:30.007Z"));

    static String line(Envelope envelope, Schema schema, Object value) {
        ConnectHeaders headers = new ConnectHeaders();
        headers.addString("trace", "t1");
        headers.addInt("trace", 2);
        SinkRecord record = new SinkRecord(
                "devices", 3, null, "k", schema, value, 42, MOMENT.getTime(), TimestampType.CREATE_TIME, headers);
        Utf8Buffer out = new Utf8Buffer();
        new JsonLines(envelope).writeRecord(record, out);
        return out.toString();
    }

    record Case(Object value, String json) {}

    static List<Case> values() {
        return List.of(
                new Case("plain", "\"plain\""),
                new Case(
                        "q\" b\\ n\n r\r t\t \b\f\u0001 \u007f", "\"q\\\" b\\\\ n\\n r\\r t\\t \\b\\f\\u0001 \u007f\""),
                new Case("ü€😀", "\"ü€😀\""),
                new Case("half \ud83d pair", "\"half \ufffd pair\""),
                new Case(1, "1"),
                new Case(Long.MIN_VALUE, "-9223372036854775808"),
                new Case(0.1, "0.1"),
                new Case(1e300, "1.0E300"),
                new Case(-0.0, "-0.0"),
                new Case(Double.NaN, "\"NaN\""),
                new Case(Float.NEGATIVE_INFINITY, "\"-Infinity\""),
                new Case(new BigDecimal("1E-7"), "0.0000001"),
                new Case(new BigDecimal("1E+1000000"), "1E+1000000"),
                new Case(true, "true"),
                new Case(MOMENT, "\"2026-11-22T10:15:30.007Z\""),
                new Case("ab".getBytes(StandardCharsets.UTF_8), "\"YWI=\""),
                new Case(List.of(1, "x"), "[1,\"x\"]"),
                new Case(new LinkedHashMap<>(Map.of(7, List.of())), "{\"7\":[]}"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aSchemalessValueIsWrittenAsItself(Case one) {
        assertThat(line(Envelope.none(), null, one.value())).isEqualTo(one.json() + "\n");
    }

    @Test
    void aStructIsWrittenInTheOrderOfItsSchemaWithLogicalTypesAsText() {
        Schema inner =
                SchemaBuilder.struct().optional().field("x", Schema.INT8_SCHEMA).build();
        Schema schema = SchemaBuilder.struct()
                .field("z", Schema.STRING_SCHEMA)
                .field("day", org.apache.kafka.connect.data.Date.SCHEMA)
                .field("time", Time.SCHEMA)
                .field("at", Timestamp.SCHEMA)
                .field("price", Decimal.schema(2))
                .field("none", inner)
                .field("some", inner)
                .field("tags", SchemaBuilder.map(Schema.STRING_SCHEMA, Timestamp.SCHEMA))
                .build();
        Struct value = new Struct(schema)
                .put("z", "Z")
                .put("day", Date.from(Instant.parse("2026-11-22T00:00:00Z")))
                .put("time", new Date(36_930_007))
                .put("at", MOMENT)
                .put("price", new BigDecimal("10.50"))
                .put("some", new Struct(inner).put("x", (byte) 1))
                .put("tags", Map.of("a", MOMENT));

        assertThat(line(Envelope.none(), schema, value))
                .isEqualTo("{\"z\":\"Z\",\"day\":\"2026-11-22\",\"time\":\"10:15:30.007\","
                        + "\"at\":\"2026-11-22T10:15:30.007Z\",\"price\":10.50,\"none\":null,\"some\":{\"x\":1},"
                        + "\"tags\":{\"a\":\"2026-11-22T10:15:30.007Z\"}}\n");
    }

    @Test
    void theEnvelopeComesFirstInTheOrderOfTheConfiguration() {
        Envelope all = Envelope.of(List.of("key", "headers", "timestamp", "topic", "partition", "offset"));

        assertThat(line(all, null, Map.of("a", 1)))
                .isEqualTo("{\"kafka_key\":\"k\","
                        + "\"kafka_headers\":[{\"key\":\"trace\",\"value\":\"t1\"},{\"key\":\"trace\",\"value\":2}],"
                        + "\"kafka_timestamp\":\"2026-11-22T10:15:30.007Z\",\"kafka_topic\":\"devices\","
                        + "\"kafka_partition\":3,\"kafka_offset\":42,\"a\":1}\n");
    }

    @Test
    void aValueWithoutFieldsIsTheFieldValueWhereThereIsAnEnvelope() {
        assertThat(line(Envelope.of(List.of("offset")), null, "text"))
                .isEqualTo("{\"kafka_offset\":42,\"value\":\"text\"}\n");
    }

    @Test
    void aFieldThatTheEnvelopeWritesAsWellIsRefused() {
        assertThatThrownBy(() -> line(Envelope.of(List.of("key")), null, Map.of("kafka_key", 1)))
                .isInstanceOf(BadRecordException.class)
                .hasMessageContaining("the value has a field kafka_key, which the envelope writes as well");
    }

    @Test
    void aValueThatHoldsItselfIsRefused() {
        List<Object> loop = new ArrayList<>();
        loop.add(loop);

        assertThatThrownBy(() -> line(Envelope.none(), null, loop))
                .isInstanceOf(BadRecordException.class)
                .hasMessageContaining("nested over 100 levels deep");
    }

    @Test
    void anEnvelopeNamesEachPartOnce() {
        assertThatThrownBy(() -> Envelope.of(Arrays.asList("key", "KEY")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("each part of the envelope once");
        assertThatThrownBy(() -> Envelope.of(List.of("keys")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a list of key, headers, timestamp, topic, partition, offset");
    }
}
