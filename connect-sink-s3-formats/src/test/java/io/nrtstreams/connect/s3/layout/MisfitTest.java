package io.nrtstreams.connect.s3.layout;

import static io.nrtstreams.connect.s3.layout.Samples.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.s3.file.Compression;
import io.nrtstreams.connect.s3.format.BadRecordException;
import io.nrtstreams.connect.s3.format.FormatProvider;
import io.nrtstreams.connect.s3.format.RecordFile;
import io.nrtstreams.connect.s3.format.RecordFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that do not fit are told by their field and the reason, and leave the file as it was. */
class MisfitTest {
    private static final Date NOON = Date.from(Instant.parse("2026-11-22T12:00:00Z"));

    /** A struct whose one field f has a value, which Struct itself need not like. */
    private static SinkRecord with(Schema field, Object value) {
        Schema schema = SchemaBuilder.struct().field("f", field).build();
        return record(new Struct(schema).put("f", value));
    }

    private static List<Row> misfits() {
        Schema list = SchemaBuilder.array(Schema.INT32_SCHEMA).build();
        List<Object> changedLater = new ArrayList<>();
        Schema inner = SchemaBuilder.struct().field("x", decimal(4)).build();
        List<Row> misfits = new ArrayList<>();
        put(
                misfits,
                "field f: it has more digits than the 4 of the stored decimal; set the schema's parameter"
                        + " connect.decimal.precision",
                with(decimal(4), new BigDecimal("1234.5")));
        put(
                misfits,
                "field f: it has more digits after the point than the scale 1 of its schema",
                with(decimal(4), new BigDecimal("1.25")));
        put(
                misfits,
                "field f: it has more digits than the 4 of the stored decimal; set the schema's parameter"
                        + " connect.decimal.precision",
                with(decimal(4), new BigDecimal("1e1000000000")));
        put(misfits, "field f: it is a date with a time of day", with(org.apache.kafka.connect.data.Date.SCHEMA, NOON));
        put(misfits, "field f: it is a time that is not within a day", with(Time.SCHEMA, NOON));
        put(misfits, "field f.element: it is null, though its schema is not optional", with(list, changedLater));
        changedLater.add(1);
        changedLater.add(null);
        List<Object> text = new ArrayList<>();
        put(misfits, "field f.element: its value does not match its schema (ClassCastException)", with(list, text));
        text.add("secret");
        put(
                misfits,
                "field f.x: it has more digits after the point than the scale 1 of its schema",
                with(inner, new Struct(inner).put("x", new BigDecimal("0.25"))));
        return misfits;
    }

    private record Row(String message, SinkRecord record) {}

    private static void put(List<Row> rows, String message, SinkRecord record) {
        rows.add(new Row(message, record));
    }

    private static Schema decimal(int precision) {
        return Decimal.builder(1)
                .parameter("connect.decimal.precision", "" + precision)
                .build();
    }

    private static RecordFormat format(String name) {
        return FormatProvider.named(name).orElseThrow().format(Samples.settings(Compression.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"avro", "parquet"})
    void whatDoesNotFitIsToldWithItsField(String name) {
        misfits().forEach(row -> {
            SinkRecord record = row.record();
            RecordFile file = Samples.fileFor(format(name), record);
            long length = file.length();

            assertThatThrownBy(() -> file.append(record))
                    .isInstanceOf(BadRecordException.class)
                    .hasMessage(row.message());
            assertThat(file.length()).isEqualTo(length);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"avro", "parquet"})
    void aDecimalHasAThousandDigitsAtMost(String name) {
        SinkRecord record = with(Decimal.schema(1_000_000_000), BigDecimal.ONE);

        assertThatThrownBy(() -> format(name).lane(record))
                .isInstanceOf(BadRecordException.class)
                .hasMessage("field f: its schema is of a decimal of over 1000 digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"avro", "parquet"})
    void aMapHasNoKeyThatIsNull(String name) {
        Schema schema = SchemaBuilder.map(Schema.OPTIONAL_STRING_SCHEMA, Schema.INT32_SCHEMA)
                .build();
        SinkRecord record = with(schema, Collections.singletonMap(null, 1));

        assertThatThrownBy(() -> Samples.file(format(name), record))
                .isInstanceOf(BadRecordException.class)
                .hasMessageContaining("field f.key: ")
                .hasMessageContaining("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"avro", "parquet"})
    void aValueOfAnotherSchemaThanTheRecordSaysIsRefused(String name) {
        Schema other = SchemaBuilder.struct().field("id", Schema.STRING_SCHEMA).build();

        assertThatThrownBy(() ->
                        Samples.file(format(name), record(Samples.READING, new Struct(other).put("id", "secret"))))
                .isInstanceOf(BadRecordException.class)
                .hasMessage("its value is a struct of another schema than the record's");
        assertThatThrownBy(() -> Samples.file(format(name), record(Samples.READING, "secret")))
                .isInstanceOf(BadRecordException.class)
                .hasMessage("its value is no struct, though its schema is one");
        assertThatThrownBy(() -> Samples.file(format(name), record(Samples.READING, null)))
                .isInstanceOf(BadRecordException.class)
                .hasMessage("it has no value, though the schema of its value is not optional");
    }
}
