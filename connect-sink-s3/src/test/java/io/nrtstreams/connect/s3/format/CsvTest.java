package io.nrtstreams.connect.s3.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import io.nrtstreams.connect.kit.data.FieldPath;
import io.nrtstreams.connect.s3.file.Compression;
import io.nrtstreams.connect.s3.file.Segments;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class CsvTest {
    private static SinkRecord record(Object value) {
        Schema schema = value instanceof Struct struct ? struct.schema() : null;
        return new SinkRecord("devices", 0, null, "k", schema, value, 7);
    }

    private static final FormatSettings PLAIN = new FormatSettings(Envelope.none(), Compression.NONE, 6);

    private static RecordFormat ofRecords() {
        return Formats.csv(PLAIN, List.of(), CsvDialect.usual());
    }

    /** The files that the values make, as text: a record that does not fit begins a new one. */
    private static String files(RecordFormat format, Object... values) {
        StringBuilder files = new StringBuilder();
        FileShape shape = format.firstShape();
        RecordFile file = shape.begin();
        for (Object value : values) {
            if (!file.append(record(value))) {
                shape = shape.widenedFor(record(value));
                end(file, files);
                file = shape.begin();
                assertThat(file.append(record(value))).isTrue();
            }
        }
        end(file, files);
        return files.toString();
    }

    private static void end(RecordFile file, StringBuilder files) {
        String text = text(file.finish());
        files.append(files.isEmpty() || text.isEmpty() ? "" : "--\n").append(text);
    }

    private static String text(Segments content) {
        try (InputStream in = content.stream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordFormat columns(String... paths) {
        return Formats.csv(
                new FormatSettings(Envelope.of(List.of("key", "offset")), Compression.NONE, 6),
                List.of(paths).stream().map(FieldPath::parse).toList(),
                CsvDialect.usual());
    }

    @Test
    void theColumnsOfAPathDoNotKeepItsLastRecord() {
        RecordFormat format = ofRecords();
        FileShape shape = format.firstShape().widenedFor(record(Map.of("text", "")));
        WeakReference<byte[]> last = append(shape.begin());

        System.gc();

        assertThat(last.refersTo(null)).as("the record is gone").isTrue();
        assertThat(shape.begin().length()).isZero();
    }

    private static WeakReference<byte[]> append(RecordFile file) {
        byte[] large = new byte[1 << 20];
        assertThat(file.append(record(Map.of("text", large)))).isTrue();
        return new WeakReference<>(large);
    }

    @Test
    void chosenColumnsComeInTheirOrderAfterTheEnvelope() {
        assertThat(files(columns("b", "loc.name", "gone"), Map.of("a", 1, "b", 2, "loc", Map.of("name", "x"))))
                .isEqualTo("kafka_key,kafka_offset,b,loc_name,gone\nk,7,2,x,\n");
    }

    @Test
    void theExampleOfTheGuideIsTrue() {
        RecordFormat format = Formats.csv(
                PLAIN,
                List.of(FieldPath.parse("time"), FieldPath.parse("location.name"), FieldPath.parse("usage")),
                new CsvDialect('|', "\\N", CsvDialect.LineEnd.LF, CsvDialect.Header.WRITTEN));

        assertThat(files(
                        format,
                        Map.of(
                                "time",
                                "2026-11-22T10:15:30.007Z",
                                "location",
                                Map.of("name", "Pune \"West\""),
                                "usage",
                                0.07),
                        Map.of("time", "2026-11-22T10:15:31.007Z", "location", Map.of("name", ""))))
                .isEqualTo("""
                        time|location_name|usage
                        2026-11-22T10:15:30.007Z|"Pune ""West\"""|0.07
                        2026-11-22T10:15:31.007Z|""|\\N
                        """);
    }

    @Test
    void cellsAreQuotedWhereTheyMustBeAndNullIsNotTheEmptyText() {
        Map<String, Object> value = new HashMap<>();
        value.put("a", "comma, quote \" and\nbreak");
        value.put("b", null);
        value.put("c", "");
        value.put("d", " plain ");
        value.put("e", List.of("x", 1));

        String csv = files(ofRecords(), value);

        assertThat(csv).isEqualTo("a,b,c,d,e\n\"comma, quote \"\" and\nbreak\",,\"\", plain ,\"[\"\"x\"\",1]\"\n");
        try (CsvReader<de.siegmar.fastcsv.reader.CsvRecord> reader =
                CsvReader.builder().ofCsvRecord(csv)) {
            assertThat(reader.stream().skip(1).findFirst().orElseThrow().getFields())
                    .containsExactly("comma, quote \" and\nbreak", "", "", " plain ", "[\"x\",1]");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aMapsColumnsAreItsSortedKeysFlattened() {
        assertThat(files(ofRecords(), Map.of("b", Map.of("y", 1, "x", 2), "a", 0)))
                .isEqualTo("a,b_x,b_y\n0,2,1\n");
    }

    @Test
    void aStructsColumnsFollowItsSchemaAlsoWhereItHasNoValues() {
        Schema inner = SchemaBuilder.struct()
                .optional()
                .field("y", Schema.INT32_SCHEMA)
                .build();
        Schema schema = SchemaBuilder.struct()
                .field("z", Schema.STRING_SCHEMA)
                .field("in", inner)
                .field(
                        "m",
                        SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.INT32_SCHEMA)
                                .optional()
                                .build())
                .build();

        assertThat(files(
                        ofRecords(),
                        new Struct(schema).put("z", "1"),
                        new Struct(schema)
                                .put("z", "2")
                                .put("in", new Struct(inner).put("y", 3))
                                .put("m", Map.of("k", 4))))
                .isEqualTo("z,in_y,m\n1,,\n2,3,\"{\"\"k\"\":4}\"\n");
    }

    @Test
    void aFurtherFieldBeginsANewFileAndAMissingOneIsEmpty() {
        assertThat(files(ofRecords(), Map.of("a", 1), Map.of("a", 2, "b", 2), Map.of("a", 3), Map.of("b", 4)))
                .isEqualTo("a\n1\n--\na,b\n2,2\n3,\n,4\n");
    }

    @Test
    void aValueWithoutFieldsIsTheColumnValue() {
        assertThat(files(ofRecords(), "x,y")).isEqualTo("value\n\"x,y\"\n");
        assertThat(files(columns("value"), 5)).isEqualTo("kafka_key,kafka_offset,value\nk,7,5\n");
    }

    @Test
    void aLineOfOneNullIsNotAnEmptyLineThatReadersPassOver() {
        Map<String, Object> value = new HashMap<>();
        value.put("a", null);

        assertThat(files(ofRecords(), value)).isEqualTo("a\n\"\"\n");
        assertThat(files(Formats.csv(PLAIN, List.of(FieldPath.parse("a")), CsvDialect.usual()), value))
                .isEqualTo("a\n\"\"\n");
    }

    @Test
    void aValueWithoutAnyFieldMakesNoLine() {
        assertThatThrownBy(() -> files(ofRecords(), Map.of()))
                .isInstanceOf(BadRecordException.class)
                .hasMessageContaining("has no field to be a CSV column");
    }

    @Test
    void twoFieldsThatMakeOneColumnAreRefused() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("a_b", 1);
        value.put("a", Map.of("b", 2));

        assertThatThrownBy(() -> files(ofRecords(), value))
                .isInstanceOf(BadRecordException.class)
                .hasMessageContaining("two fields of the value make the one CSV column a_b");
        assertThatThrownBy(() -> columns("a_b", "a.b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a_b comes twice");
    }

    @Test
    void fieldsNamedByDataDoNotMakeFilesWithoutEnd() {
        Map<String, Object> wide = new HashMap<>();
        for (int i = 0; i <= GrowingColumns.MOST; i++) {
            wide.put("f" + i, i);
        }

        assertThatThrownBy(() -> files(ofRecords(), wide))
                .isInstanceOf(BadRecordException.class)
                .hasMessageContaining("over 1000 CSV columns")
                .hasMessageContaining("csv.columns");
    }
}
