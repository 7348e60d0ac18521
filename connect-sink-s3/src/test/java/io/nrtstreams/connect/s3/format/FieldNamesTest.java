package io.nrtstreams.connect.s3.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.junit.jupiter.api.Test;

class FieldNamesTest {
    private final List<String> written = new ArrayList<>();
    private final FieldNames names = new FieldNames(name -> {
        written.add(name);
        return name.getBytes(StandardCharsets.UTF_8);
    });

    private List<String> of(Schema schema) {
        return Stream.of(names.of(schema))
                .map(name -> new String(name, StandardCharsets.UTF_8))
                .toList();
    }

    private static SchemaBuilder schema(String... fields) {
        SchemaBuilder schema = SchemaBuilder.struct();
        Stream.of(fields).forEach(field -> schema.field(field, Schema.STRING_SCHEMA));
        return schema;
    }

    @Test
    void theNamesOfASchemaAreWrittenOnce() {
        Schema schema = schema("b", "a").build();

        assertThat(of(schema)).containsExactly("b", "a");
        assertThat(of(schema)).containsExactly("b", "a");
        assertThat(written).containsExactly("b", "a");
    }

    @Test
    void moreSchemasThanAreRememberedKeepTheirOwnNames() {
        List<Schema> schemas = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            schemas.add(schema("f" + i).build());
        }

        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < schemas.size(); i++) {
                assertThat(of(schemas.get(i))).containsExactly("f" + i);
            }
        }
    }

    @Test
    void aSchemaThatIsStillBeingBuiltIsReadAgainWhenItHasGrown() {
        SchemaBuilder growing = schema("a");
        assertThat(of(growing)).containsExactly("a");

        growing.field("b", Schema.STRING_SCHEMA);

        assertThat(of(growing)).containsExactly("a", "b");
    }
}
