package io.nrtstreams.connect.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("JavaUtilDate") // Connect's own type of times.
class ReplayJsonTest {
    @TempDir
    Path folder;

    private final Rig rig = new Rig();

    private Map<String, String> config(String content, String... more) throws IOException {
        Map<String, String> config =
                Recorded.config(Recorded.write(folder.resolve("x.jsonl"), content.replace('~', '\n')), more);
        config.put("replay.format", "jsonl");
        return config;
    }

    @Test
    void objectsBecomeStructsAndArraysWithAnInferredSchema() throws IOException {
        String lines = "{\"time\":1,\"at\":{\"name\":\"Pune\",\"lat\":18.5},\"tags\":[\"a\",null],\"on\":true}~~"
                + "{\"at\":{\"lat\":19},\"time\":2,\"more\":[{\"x\":1}]}~";
        List<SourceRecord> records = Recorded.all(rig.start(config(lines)));

        assertThat(records).hasSize(2).extracting(SourceRecord::timestamp).containsExactly(1000L, 2000L);
        Struct first = (Struct) records.get(0).value();
        assertThat(first.schema().field("at").schema())
                .isEqualTo(SchemaBuilder.struct()
                        .optional()
                        .field("name", Schema.OPTIONAL_STRING_SCHEMA)
                        .field("lat", Schema.OPTIONAL_FLOAT64_SCHEMA)
                        .build());
        assertThat(first.getStruct("at").get("name")).isEqualTo("Pune");
        assertThat(first.getArray("tags")).isEqualTo(Arrays.asList("a", null));
        assertThat(first.get("more")).isNull();
        Struct second = (Struct) records.get(1).value();
        assertThat(second.getStruct("at").get("lat")).isEqualTo(19.0);
        assertThat(second.<Struct>getArray("more").get(0).get("x")).isEqualTo(1L);
        second.validate();
    }

    @Test
    void nestedColumnsAreNamedByTheirPath() throws IOException {
        Map<String, String> config = config(
                "{\"loc\":{\"name\":\"Pune\",\"ts\":1669875330},\"cur\":{\"t\":\"20.5\",\"price\":3.10}}~",
                "replay.columns",
                "loc.ts:int64 as time, loc.name as city, cur.t:float64, cur.price:decimal(6,2)",
                "replay.key",
                "city");
        SourceRecord record = rig.start(config).take(1).get(0);
        assertThat(Recorded.fields(record)).containsExactly(1669875330L, "Pune", 20.5, new BigDecimal("3.10"));
        assertThat(record.key()).isEqualTo("Pune");
        assertThat(record.timestamp()).isEqualTo(1669875330_000L);
    }

    @Test
    void everyTypeCanBeDeclared() throws IOException {
        Map<String, String> config = config(
                "{\"time\":\"2022-12-03T01:29:54.123Z\",\"a\":1,\"b\":2,\"c\":3,\"d\":1.5,\"e\":\"TRUE\","
                        + "\"f\":\"2022-12-03\",\"g\":5,\"h\":[{\"i\":1670030994}]}~",
                "replay.columns",
                "time:timestamp, a:int8, b:int16, c:int32, d:float32, e:boolean, f:date, g:string,"
                        + " h:array<struct<i:timestamp>>");
        SourceRecord record = rig.start(config).take(1).get(0);
        assertThat(Recorded.fields(record))
                .startsWith(
                        Date.from(Instant.parse("2022-12-03T01:29:54.123Z")),
                        (byte) 1,
                        (short) 2,
                        3,
                        1.5f,
                        true,
                        Date.from(Instant.parse("2022-12-03T00:00:00Z")),
                        "5");
        Struct nested = (Struct) ((Struct) record.value()).getArray("h").get(0);
        assertThat(nested.get("i")).isEqualTo(Date.from(Instant.parse("2022-12-03T01:29:54Z")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"time\":1}~[SECRET]|line 2: is not one JSON object; correct the line",
                "{\"time\":1}~{\"time\":2,\"a\":\"SECRET|line 2: is not one JSON object",
                "{\"time\":1} {\"time\":2}|line 1: is not one JSON object",
                "{\"time\":1}~{\"time\":\"SECRET\"}|line 2, column time: expected",
                "{\"time\":1,\"at\":{\"x\":1}}~{\"time\":2,\"at\":\"SECRET\"}|line 2, column at: expected struct<x:int64>; correct the file",
                "{\"time\":1,\"at\":[1]}~{\"time\":2,\"at\":1}|line 2, column at: expected array<int64>",
                "{\"at\":1}|expected a column of replay.columns",
                "~|expected a column of replay.columns",
            })
    void aBrokenLineIsFoundByTheValidationWithoutItsValue(String lines, String expected) throws IOException {
        assertThat(Recorded.errors(config(lines, "replay.columns", "auto")))
                .singleElement()
                .asString()
                .contains(expected)
                .doesNotContain("SECRET");
    }

    @Test
    void aPathThatNoObjectHasIsFoundByTheValidation() throws IOException {
        assertThat(Recorded.errors(
                        config("{\"time\":1,\"loc\":{\"name\":2}}~", "replay.columns", "time:int64, loc.nme:string")))
                .singleElement()
                .asString()
                .contains("none of the first 1000 rows has loc.nme, did you mean name?");
        assertThat(Recorded.errors(config("{\"time\":1}~", "replay.columns", "time:int64, time.x:string")))
                .singleElement()
                .asString()
                .contains("the column time.x is within the column time");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "map|{time=1, a={b=2}}",
                "json|{\"time\":1,\"a\":{\"b\":2}}",
                "native|{\"time\": 1, \"a\": {\"b\": 2}}"
            })
    void theValueIsHandedOverInTheFormThatIsAskedFor(String output, String expected) throws IOException {
        SourceRecord record = rig.start(config("{\"time\": 1, \"a\": {\"b\": 2}}~", "output", output))
                .take(1)
                .get(0);
        assertThat(record.value()).hasToString(expected);
        assertThat(record.valueSchema()).isEqualTo(output.equals("map") ? null : Schema.STRING_SCHEMA);
        assertThat(record.timestamp()).isEqualTo(1000L);
    }

    @Test
    void aDelimiterIsRefused() throws IOException {
        assertThat(Recorded.errors(config("{\"time\":1}~", "replay.delimiter", ";")))
                .containsExactly("replay.delimiter: only csv has a delimiter; remove the key");
    }
}
