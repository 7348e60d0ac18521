package io.nrtstreams.connect.mock.custom;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.mock.feed.Feed;
import io.nrtstreams.connect.mock.series.Shard;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Avro schemas with the annotations that Avro Random Generator documents. */
class AvroSchemasTest {
    private static CustomFeeds.Result result(String fields) {
        String schema = "{'type': 'record', 'name': 'r', 'namespace': 'n', 'fields': [" + fields + "]}";
        return CustomFeeds.ofText(schema.replace('\'', '"'), new CustomFeeds.Overrides(7, null, null));
    }

    private static Feed feed(String fields) {
        CustomFeeds.Result result = result(fields);
        assertThat(result.mistakes()).isEmpty();
        return Objects.requireNonNull(result.feed());
    }

    private static List<Struct> values(String fields) {
        Feed feed = feed(fields);
        Shard whole = new Shard(0, 1, 1);
        return LongStream.range(0, 300)
                .mapToObj(position -> {
                    Struct value = feed.sample(whole, position, 1_670_030_994_000_000_000L)
                            .value();
                    value.validate();
                    return value;
                })
                .toList();
    }

    /** The schema of a field, and what its values look like. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name': 'x', 'type': 'int'}|INT32|-?\\d+",
                "{'name': 'x', 'type': 'long'}|INT64|-?\\d+",
                "{'name': 'x', 'type': 'boolean'}|BOOLEAN|true|false",
                "{'name': 'x', 'type': 'double'}|FLOAT64|0?\\.?\\d.*",
                "{'name': 'x', 'type': 'string'}|STRING|[a-zA-Z0-9]{8,16}",
                "{'name': 'x', 'type': {'type': 'string', 'arg.properties': {'length': 4}}}|STRING|\\w{4}",
                "{'name': 'x', 'type': {'type': 'string', 'arg.properties': {'length': {'min': 2, 'max': 4}}}}|STRING|\\w{2,3}",
                "{'name': 'x', 'type': {'type': 'string', 'arg.properties': {'regex': 'User_[1-9]'}}}|STRING|User_[1-9]",
                "{'name': 'x', 'type': {'type': 'string', 'arg.properties': {'regex': '[ab]', 'prefix': '(', 'suffix': '.'}}}|STRING|\\([ab]\\.",
                "{'name': 'x', 'type': {'type': 'string', 'arg.properties': {'options': ['p', 'q']}}}|STRING|[pq]",
                "{'name': 'x', 'type': {'type': 'string', 'arg.properties': {'iteration': {'start': 3}}}}|STRING|\\d+",
                "{'name': 'x', 'type': {'type': 'int', 'arg.properties': {'range': {'min': 3, 'max': 6}}}}|INT32|[345]",
                "{'name': 'x', 'type': {'type': 'int', 'arg.properties': {'iteration': {'start': 1, 'restart': 4}}}}|INT32|[123]",
                "{'name': 'x', 'type': {'type': 'int', 'arg.properties': {'iteration': {'start': 4, 'restart': 1}}}}|INT32|[432]",
                "{'name': 'x', 'type': {'type': 'float', 'arg.properties': {'range': {'min': 1, 'max': 2}}}}|FLOAT32|1\\.\\d+",
                "{'name': 'x', 'type': 'int', 'arg.properties': {'options': [8, 9]}}|INT32|[89]",
                "{'name': 'x', 'type': {'type': 'enum', 'name': 'e', 'symbols': ['A', 'B']}}|STRING|[AB]",
            })
    void aPlainTypeBecomesOneOfConnect(String field, String type, String values) {
        assertThat(feed(field).valueSchema().field("x").schema().type()).hasToString(type);
        assertThat(values(field))
                .allSatisfy(value -> assertThat(String.valueOf(value.get("x"))).matches("(" + values + "|true|false)"));
    }

    @Test
    void aUnionWithNullIsOptionalAndNullHalfTheTime() {
        List<Struct> values = values("{'name': 'x', 'type': ['null', 'int']}");
        assertThat(values.get(0).schema().field("x").schema()).isEqualTo(Schema.OPTIONAL_INT32_SCHEMA);
        assertThat(values.stream().filter(value -> value.get("x") == null).count())
                .isBetween(120L, 180L);
    }

    @Test
    void recordsArraysAndMapsNestAndNamesCanBeUsedAgain() {
        List<Struct> values =
                values("{'name': 'a', 'type': {'type': 'record', 'name': 'address', 'fields': [{'name': 'zip',"
                        + " 'type': 'int'}]}}, {'name': 'b', 'type': 'address'}, {'name': 'l', 'type': {'type': 'array', 'items':"
                        + " 'string', 'arg.properties': {'length': 2}}}, {'name': 'm', 'type': {'type': 'map', 'values': 'int',"
                        + " 'arg.properties': {'length': {'min': 1, 'max': 3}, 'keys': {'regex': '[a-z]{9}'}}}}");
        assertThat(values).allSatisfy(value -> {
            assertThat(value.getStruct("b").schema().name()).isEqualTo("address");
            assertThat(value.getArray("l")).hasSize(2);
            assertThat(value.getMap("m")).hasSizeBetween(1, 2);
        });
    }

    @Test
    void optionsOfAWholeRecordKeepItsFieldsTogether() {
        assertThat(values("{'name': 'd', 'type': {'type': 'record', 'name': 'day', 'arg.properties': {'options': [{'m':"
                        + " 'Jan', 'n': 1}, {'m': 'Feb', 'n': 2}]}, 'fields': [{'name': 'm', 'type': 'string'}, {'name':"
                        + " 'n', 'type': 'int'}]}}"))
                .extracting(value -> value.getStruct("d").getString("m")
                        + value.getStruct("d").get("n"))
                .containsOnly("Jan1", "Feb2");
    }

    @Test
    void aTimestampIsOne() {
        assertThat(feed("{'name': 'x', 'type': {'type': 'long', 'logicalType': 'timestamp-millis', 'arg.properties':"
                                + " {'range': {'min': 5, 'max': 9}}}}")
                        .valueSchema()
                        .field("x")
                        .schema()
                        .name())
                .isEqualTo(Timestamp.LOGICAL_NAME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name': 'x', 'type': ['int', 'string']}|fields[0].type: a union of several types is no Connect type",
                "{'name': 'x', 'type': 'integer'}|fields[0].type: expected an Avro type",
                "{'name': 'x', 'type': {'type': 'int', 'arg.properties': {'rang': {}}}}|fields[0].type.arg.properties.rang: there is no such name; did you mean range?",
                "{'name': 'x', 'type': {'type': 'int', 'arg.properties': {'range': {'min': 3, 'max': 3}}}}|range.max: expected a number above min",
                "{'name': 'x', 'type': {'type': 'string', 'arg.properties': {'options': {'file': 'a', 'encoding': 'json'}}}}|options in a file are not read",
            })
    void whatCannotBeIsToldWithItsPath(String field, String expected) {
        assertThat(result(field).mistakes())
                .anySatisfy(mistake -> assertThat(mistake).contains(expected));
    }

    @Test
    void theTopIsARecord() {
        assertThat(CustomFeeds.ofText("{\"type\": \"string\"}", new CustomFeeds.Overrides(1, null, null))
                        .mistakes())
                .singleElement()
                .asString()
                .contains("type: expected record");
    }
}
