package io.nrtstreams.connect.mock.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.mock.feed.NativeForm;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.junit.jupiter.api.Test;

class RenderingTest {
    private static final Schema INNER =
            SchemaBuilder.struct().optional().field("x", Schema.FLOAT64_SCHEMA).build();
    private static final Schema SCHEMA = SchemaBuilder.struct()
            .name("n")
            .field("text", Schema.STRING_SCHEMA)
            .field("whole", Schema.INT64_SCHEMA)
            .field("truth", Schema.BOOLEAN_SCHEMA)
            .field("none", Schema.OPTIONAL_STRING_SCHEMA)
            .field("at", Timestamp.SCHEMA)
            .field("price", Decimal.schema(2))
            .field("bytes", Schema.BYTES_SCHEMA)
            .field("tags", SchemaBuilder.array(Schema.STRING_SCHEMA).build())
            .field(
                    "counts",
                    SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.INT32_SCHEMA).build())
            .field("inner", INNER)
            .build();

    @SuppressWarnings("JavaUtilDate") // Connect's own type of times.
    private static Struct value() {
        return new Struct(SCHEMA)
                .put("text", "a \"b\", 'c'")
                .put("whole", 7L)
                .put("truth", true)
                .put("at", Date.from(Instant.ofEpochMilli(1_667_260_800_123L)))
                .put("price", new BigDecimal("1.50"))
                .put("bytes", new byte[] {1, 2, 3})
                .put("tags", List.of("p", "q"))
                .put("counts", new LinkedHashMap<>(Map.of("k", 2)))
                .put("inner", new Struct(INNER).put("x", 9.3e-5));
    }

    @Test
    void aStructIsHandedOverAsItIs() {
        Struct value = value();
        assertThat(Rendering.of(Output.STRUCT, NativeForm.CSV).clean(value)).isEqualTo(new Rendered(SCHEMA, value));
    }

    @Test
    void aMapHasTheFieldsInTheirOrderAndNoSchema() {
        Rendered rendered = Rendering.of(Output.MAP, NativeForm.CSV).clean(value());
        assertThat(rendered.schema()).isNull();
        Map<?, ?> map = (Map<?, ?>) Objects.requireNonNull(rendered.value());
        assertThat(map.keySet()).hasToString("[text, whole, truth, none, at, price, bytes, tags, counts, inner]");
        assertThat(map.get("inner")).isEqualTo(Map.of("x", 9.3e-5));
        assertThat(map.get("price")).isEqualTo(new BigDecimal("1.50"));
    }

    @Test
    void jsonHasTimesInMillisecondsBytesInBase64AndNumbersAsShortAsTheyReadBack() {
        assertThat(text(Output.JSON, NativeForm.CSV))
                .isEqualTo("{\"text\":\"a \\\"b\\\", 'c'\",\"whole\":7,\"truth\":true,\"none\":null,"
                        + "\"at\":1667260800123,\"price\":1.50,\"bytes\":\"AQID\",\"tags\":[\"p\",\"q\"],"
                        + "\"counts\":{\"k\":2},\"inner\":{\"x\":9.3E-5}}");
    }

    @Test
    void aDeviceThatWritesJsonLeavesOutWhatIsNull() {
        assertThat(text(Output.NATIVE, NativeForm.JSON))
                .startsWith("{\"text\":\"a \\\"b\\\", 'c'\",\"whole\":7,\"truth\":true,\"at\":");
    }

    @Test
    void aDictIsWhatPythonPrints() {
        assertThat(text(Output.NATIVE, NativeForm.PYTHON_DICT))
                .isEqualTo("{'text': 'a \"b\", \\'c\\'', 'whole': 7, 'truth': True, 'none': None,"
                        + " 'at': 1667260800123, 'price': 1.50, 'bytes': 'AQID', 'tags': ['p', 'q'],"
                        + " 'counts': {'k': 2}, 'inner': {'x': 9.3e-05}}");
    }

    @Test
    void aLineOfColumnsQuotesWhatItMustAndHoldsWhatIsNestedAsJson() {
        assertThat(text(Output.NATIVE, NativeForm.CSV))
                .isEqualTo("\"a \"\"b\"\", 'c'\",7,True,,1667260800123,1.50,AQID,\"[\"\"p\"\",\"\"q\"\"]\","
                        + "\"{\"\"k\"\":2}\",\"{\"\"x\"\":9.3E-5}\"");
    }

    @Test
    void aTreeIsWrittenAsTheStructItCameFrom() {
        for (NativeForm form : NativeForm.values()) {
            TextForm text = TextForm.of(form);
            assertThat(text.text(Trees.of(value()))).isEqualTo(text.text(value()));
        }
    }

    @Test
    void numbersThatJsonDoesNotHaveAreTexts() {
        Schema schema = SchemaBuilder.struct().field("x", Schema.FLOAT64_SCHEMA).build();
        assertThat(new JsonText(JsonText.Nulls.WRITTEN).text(new Struct(schema).put("x", Double.NaN)))
                .isEqualTo("{\"x\":\"NaN\"}");
    }

    private static String text(Output output, NativeForm form) {
        Rendered rendered = Rendering.of(output, form).clean(value());
        assertThat(rendered.schema()).isEqualTo(Schema.STRING_SCHEMA);
        return String.valueOf(rendered.value());
    }
}
