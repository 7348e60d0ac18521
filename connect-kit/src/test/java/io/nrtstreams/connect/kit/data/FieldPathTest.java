package io.nrtstreams.connect.kit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"usage", "location.name", "`a.b`.c", "a.`b\\`.c`"})
    void printsTheSyntaxItReads(String text) {
        assertThat(FieldPath.parse(text)).hasToString(text);
    }

    @Test
    void aDotInBackticksIsPartOfTheName() {
        assertThat(FieldPath.parse("`a.b`.c").steps()).isEqualTo(List.of("a.b", "c"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''|column 1", "a..b|column 3", "a.|column 3", "`a|closing backtick", "`a`b|column 4"})
    void refusesAMistakeAndPointsAtIt(String text, String expected) {
        assertThatThrownBy(() -> FieldPath.parse(text)).hasMessageContaining(expected);
    }

    @Test
    void readsStructsAndMapsAlikeAndAbsenceIsNull() {
        Schema inner =
                SchemaBuilder.struct().field("name", Schema.STRING_SCHEMA).build();
        Schema outer = SchemaBuilder.struct().field("location", inner).build();
        Struct struct = new Struct(outer).put("location", new Struct(inner).put("name", "Pune"));
        FieldPath path = FieldPath.parse("location.name");

        assertThat(path.read(struct)).isEqualTo("Pune");
        assertThat(path.read(Map.of("location", Map.of("name", "Pune")))).isEqualTo("Pune");
        assertThat(path.read(Map.of("location", "Pune"))).isNull();
        assertThat(path.read(null)).isNull();
        assertThat(path.schemaIn(outer)).isEqualTo(Schema.STRING_SCHEMA);
        assertThat(FieldPath.parse("location.zip").read(struct)).isNull();
    }
}
