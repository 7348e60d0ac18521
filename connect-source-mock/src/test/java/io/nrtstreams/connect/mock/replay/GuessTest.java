package io.nrtstreams.connect.mock.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 -2 0|int64",
                "1 2.5|float64",
                "1e3 -.5|float64",
                "1 x|string",
                "007 8|string",
                "12345678901234567890|string",
                "1.2.3|string",
                "NaN|string",
                "+5|string",
                "true FALSE|boolean",
                "true 1|string",
                "2012-01-31|date",
                "2012-01-31T08:05 2012-01-31T08:05:09Z|timestamp",
                "2012-01-31 2012-01-31T08:05|string",
                "2012-02-30|string",
                "''|string",
            })
    void theTypeOfCellsIsTheNarrowestThatHoldsAll(String cells, String type) {
        Guess guess = new Guess();
        for (String cell : cells.split(" ")) {
            if (!cell.isEmpty()) {
                guess.cell(cell);
            }
        }
        assertThat(guess.type().label()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"a\":1}~{\"a\":2.5}|struct<a:float64>",
                "{\"a\":1}~{\"a\":null}~{}|struct<a:int64>",
                "{\"a\":\"1\"}|struct<a:string>",
                "{\"a\":12345678901234567890}|struct<a:string>",
                "{\"a\":null}|struct<a:string>",
                "{\"a\":\"2012-01-31\",\"b\":\"2012-01-31T08:05Z\"}|struct<a:date, b:timestamp>",
                "{\"a\":{\"x\":1}}~{\"a\":{\"y\":true}}|struct<a:struct<x:int64, y:boolean>>",
                "{\"a\":[]}|struct<a:array<string>>",
                "{\"a\":[1,2.5,null]}|struct<a:array<float64>>",
                "{\"a\":[{\"b\":[1]}]}|struct<a:array<struct<b:array<int64>>>>",
                "{\"a b\":1,\"c.d\":2}|struct<`a b`:int64, `c.d`:int64>",
                "{\"a\":1}~{\"a\":{\"x\":1}}|struct<a:struct<x:int64>>",
            })
    void theTypeOfObjectsHoldsTheFieldsOfAll(String lines, String type) throws IOException {
        byte[] bytes = lines.replace('~', '\n').getBytes(StandardCharsets.UTF_8);
        Guess guess = new Guess();
        try (JsonRows rows = new JsonRows(Path.of("x"), new RowBytes(new ByteArrayInputStream(bytes)))) {
            while (rows.next()) {
                rows.guess(guess);
            }
        }
        assertThat(guess.type().label()).isEqualTo(type);
        assertThat(TypeText.parse(type).schema()).isEqualTo(guess.type().schema());
    }
}
