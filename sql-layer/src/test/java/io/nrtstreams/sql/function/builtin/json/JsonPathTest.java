package io.nrtstreams.sql.function.builtin.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.of;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonPathTest {

    static Stream<Arguments> names() {
        return Stream.of(
                of("$", List.of()),
                of("$.a.b_c-1", List.of("a", "b_c-1")),
                of("$[0][12]", List.of("0", "12")),
                of("$.@type.$ref.x:y", List.of("@type", "$ref", "x:y")),
                of("$['a b']['it\\'s']", List.of("a b", "it's")),
                of("$[\"a.b\"].ä", List.of("a.b", "ä")),
                of("$[a].0", List.of("a", "0")),
                of("$['']", List.of("")));
    }

    @ParameterizedTest
    @MethodSource
    void names(String path, List<String> names) {
        assertThat(JsonPath.compile(path).steps())
                .extracting(JsonPath.Step::name)
                .isEqualTo(names);
    }

    @Test
    void numbersAreAlsoPositions() {
        assertThat(JsonPath.compile("$[7].x['12'][1234567890]").steps())
                .extracting(JsonPath.Step::index)
                .containsExactly(7, -1, 12, -1);
    }

    @ParameterizedTest
    @CsvSource({
        "a.b, starts with $", "'', starts with $", "$a, character 2", "$., character 3", "$.a., character 5",
        "$[, character 3", "$[0, character 4", "$['a, character 5", "$['a', character 6", "$[*], character 3",
        "$.*, character 3", "$..a, character 3",
    })
    void whatIsNoPathIsRefusedWithThePlace(String path, String message) {
        assertThatThrownBy(() -> JsonPath.compile(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
