package io.nrtstreams.connect.cleaning.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {
    @Test
    void declaresOptionalFieldsInTheirOrder() {
        Schema schema = Shape.parse(" time:int64 , location { name : string, `a.b`:boolean } ")
                .schema();

        assertThat(schema.fields()).extracting(Field::name).containsExactly("time", "location");
        assertThat(schema.field("time").schema()).isEqualTo(Schema.OPTIONAL_INT64_SCHEMA);
        Schema location = schema.field("location").schema();
        assertThat(location.isOptional()).isTrue();
        assertThat(location.fields()).extracting(Field::name).containsExactly("name", "a.b");
    }

    @Test
    void declaresArraysAndMapsOfAnything() {
        Schema schema = Shape.parse(
                        "tags:array<string>, m : map<array<int8>>, readings:array< {at:int64, v{x:float32}} >")
                .schema();

        assertThat(schema.field("tags").schema())
                .isEqualTo(SchemaBuilder.array(Schema.OPTIONAL_STRING_SCHEMA)
                        .optional()
                        .build());
        assertThat(schema.field("m").schema().valueSchema().valueSchema()).isEqualTo(Schema.OPTIONAL_INT8_SCHEMA);
        assertThat(schema.field("readings").schema().valueSchema().fields())
                .extracting(Field::name)
                .containsExactly("at", "v");
    }

    @Test
    void nestingIsBounded() {
        assertThatThrownBy(() -> Shape.parse("a:" + "array<".repeat(33)))
                .hasMessageContaining("expected records, arrays and maps nested at most 32 deep");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "\"\"; at column 1: expected the name of a field",
                "time; at column 5: expected a colon and a type, or { and the fields of a record, after time",
                "time:; at column 6: expected a type",
                "time:int46; at column 6: expected a type, found int46; did you mean int64?",
                "time:date; at column 6: expected a type, found date; there are string, int8",
                "a:string,; at column 10: expected the name of a field",
                "a:string b:string; at column 10: expected a comma before the next field, or the end",
                "a:string, a:int8; at column 11: the field a is declared twice",
                "a{b:string; at column 11: expected a comma before the next field, or } at the end of a",
                "a:array; at column 8: expected < and the type of the elements after array",
                "a:array<int8; at column 13: expected > after the type of the elements",
                "a:map<>; at column 7: expected a type",
                "a:aray<int8>; at column 3: expected a type, found aray; did you mean array?",
                "a{}; at column 3: expected the name of a field",
                "`a:string; at column 1: expected a name between backticks"
            })
    void aMistakeIsNamedWithItsColumn(String text, String message) {
        assertThatThrownBy(() -> Shape.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
