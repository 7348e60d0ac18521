package io.nrtstreams.connect.mock.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CSV|time:int64, load_mw : float64 as load,city|time:int64, load_mw:float64 as load, city",
                "CSV|a.b:int8, `x, y`:string|`a.b`:int8, `x, y`:string",
                "CSV|a:b:int16|`a:b`:int16",
                "CSV|amount:decimal(10,2)|amount:decimal(10,2)",
                "CSV|`as is`:INT32|`as is`:int32",
                "CSV|a:auto|a",
                "JSONL|current.temp_c:float64, location.name as city|current.temp_c:float64, location.name as city",
                "JSONL|`a.b`.c:date|`a.b`.c:date",
                "JSONL|p:struct<lat:float64, tags:array<string>>|p:struct<lat:float64, tags:array<string>>",
            })
    void areWrittenAsTheyAreRead(RecordedFormat format, String text, String expected) {
        Columns columns = Columns.parse(text);
        assertThat(TypeText.shown(columns.in(format))).isEqualTo(expected);
        assertThat(Columns.parse(expected).in(format)).isEqualTo(columns.in(format));
    }

    @Test
    void aPathGivesItsLastStepAsTheName() {
        assertThat(Columns.parse("current.temp_c, location.name as city").in(RecordedFormat.JSONL))
                .extracting(Column::name)
                .containsExactly("temp_c", "city");
    }

    @Test
    void autoAndAStarMeanAllOthers() {
        assertThat(Columns.parse("Auto")).isEqualTo(Columns.parse("*"));
        assertThat(Columns.parse("a:int8, *").rest()).isTrue();
        assertThat(Columns.parse("a:int8").rest()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.x, b.x|the field x is named twice",
                "a:string, a.x|the column a.x is within the column a; name one of the two",
                "a..b|expected a field name",
                "a:struct<x>|expected struct<name:type, …>",
                "a:struct<x:int8, x:int8>|the field x is named twice",
                "a:array<int>|expected one of the types",
                "a:decimal(39,2)|with at most 38 digits",
                "a:decimal(x)|with at most 38 digits",
            })
    void whatIsNoColumnIsRefused(String text, String expected) {
        assertThatThrownBy(() -> {
                    Columns columns = Columns.parse(text);
                    columns.in(RecordedFormat.JSONL);
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(expected);
    }
}
