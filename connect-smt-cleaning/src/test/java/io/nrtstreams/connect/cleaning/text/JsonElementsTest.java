package io.nrtstreams.connect.cleaning.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.cleaning.core.Cleaned;
import io.nrtstreams.connect.cleaning.core.Refused;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays and maps within a text. */
class JsonElementsTest {
    private final JsonFormat format = JsonFormat.lenient(
            Shape.parse("id:string, tags:array<string>, labels:map<float64>, readings:array<{at:int64, v:float64}>"));

    @Test
    void elementsAreReadByTheirDeclaredType() {
        Struct device = read("{'tags': ['a', None, 7,], 'labels': {'x': 1, 'y': '2.5'},"
                + " 'readings': [{'at': 1, 'v': 0.5}, {'v': None, 'extra': [[]]}]}");

        assertThat(device.<String>getArray("tags")).isEqualTo(Arrays.asList("a", null, "7"));
        assertThat(device.getMap("labels")).isEqualTo(new LinkedHashMap<>(Map.of("x", 1.0, "y", 2.5)));
        List<Struct> readings = device.getArray("readings");
        assertThat(readings).extracting(reading -> reading.get("at")).containsExactly(1L, null);
        assertThat(readings).extracting(reading -> reading.get("v")).containsExactly(0.5, null);
    }

    @Test
    void theyMayBeEmptyOrMissing() {
        Struct device = read("{'tags': [], 'labels': {}}");

        assertThat(device.getArray("tags")).isEmpty();
        assertThat(device.getMap("labels")).isEmpty();
        assertThat(device.getArray("readings")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "{'tags': {}}; tags; tags:array<string>; expected a list, found a record",
                "{'tags': 'a'}; tags; tags:array<string>; expected a list, found text",
                "{'tags': [['a']]}; tags[*]; array<string>; expected text, found a list",
                "{'tags': ['a'}; tags[*]; lenient-json; expected a comma or ] at character 14",
                "{'labels': {'x': 'y'}}; labels[*]; map<float64>; expected a number that fits float64",
                "{'labels': {'x': 1, 'x': 2}}; labels; labels:map<float64>; expected each name once",
                "{'labels': {x: 1}}; labels; lenient-json; expected a field name in quotes at character 13",
                "{'labels': []}; labels; labels:map<float64>; expected a record, found a list",
                "{'readings': [{'at': 'x'}]}; readings[*].at; at:int64; expected a whole number that fits int64",
                "{'readings': [1]}; readings[*]; array<{at:int64, v:float64}>; expected a record, found a number"
            })
    void whatIsNotAsDeclaredIsRefusedWithItsPath(String text, String field, String rule, String reason) {
        assertThat(format.read(text)).isEqualTo(Refused.reject(field, rule, reason));
    }

    private Struct read(String text) {
        Struct struct = (Struct) ((Cleaned) format.read(text)).value();
        struct.validate();
        return struct;
    }
}
