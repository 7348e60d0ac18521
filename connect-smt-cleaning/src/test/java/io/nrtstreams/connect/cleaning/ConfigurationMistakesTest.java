package io.nrtstreams.connect.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationMistakesTest {
    record Mistake(Map<String, String> config, String message) {}

    static List<Mistake> ofParse() {
        return List.of(
                new Mistake(Map.of("format", "csv"), "Missing required configuration \"schema\""),
                new Mistake(
                        parse("format", "cvs"), "format: expected one of: csv, json, lenient-json (did you mean csv?)"),
                new Mistake(parse("schema", "time:int46"), "schema: at column 6: expected a type, found int46"),
                new Mistake(parse("schema", "a{b:string}"), "schema: a row of csv has no records within records"),
                new Mistake(parse("csv.delimiter", ";;"), "csv.delimiter: expected one character"),
                new Mistake(parse("csv.delimiter", "\""), "csv.delimiter: expected one character"),
                new Mistake(
                        parse("csv.delimter", ";"), "csv.delimter: there is no such key; did you mean csv.delimiter?"),
                new Mistake(parse("max.size", "big"), "max.size: expected a size such as 512KB"),
                new Mistake(parse("rejected.topic.suffix", "/x"), "rejected.topic.suffix: expected letters, digits"),
                new Mistake(
                        Map.of("format", "json", "schema", "a:string", "csv.delimiter", ";"),
                        "csv.delimiter: has no meaning for format json; leave it out"));
    }

    @ParameterizedTest
    @MethodSource("ofParse")
    void ofParse(Mistake mistake) {
        assertThatThrownBy(() -> new Parse.Value<SourceRecord>().configure(mistake.config))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(mistake.message);
    }

    @Test
    void aSecretThatIsTooShortIsReportedOnce() {
        Map<String, String> config = Map.of("hmac.key", "too short", "field.a", "hmac", "field.b", "lower | hmac");

        assertThatThrownBy(() -> new Clean.Value<SourceRecord>().configure(config))
                .isInstanceOf(ConfigException.class)
                .hasMessageEndingWith("hmac.key: expected a secret of at least 16 bytes");
    }

    static List<Mistake> ofClean() {
        return List.of(
                new Mistake(Map.of(), "field.<path>: expected the rules of at least one field"),
                new Mistake(Map.of("field.a", "trimm"), "field.a: at column 1: expected an operation, found trimm"),
                new Mistake(
                        Map.of("field.a..b", "trim"), "field.a..b: in the field path 'a..b': expected a field name"),
                new Mistake(
                        Map.of("field.", "trim"),
                        "field.: expected a path such as usage, location.name or readings[*].value"),
                new Mistake(
                        Map.of("feild.usage", "trim"), "feild.usage: there is no such key; did you mean field.usage?"),
                new Mistake(Map.of("fields.usage", "trim"), "did you mean field.usage?"),
                new Mistake(
                        Map.of("field.a[*]", "trim | drop"),
                        "field.a[*]: elements have no names; rename and drop are for fields"),
                new Mistake(
                        Map.of("field.a", "trim", "field.`a`", "trim"),
                        "field.a: another key has rules for the same field; put them into one list"),
                new Mistake(
                        Map.of("field.a", "trim", "rejected.topic.sufix", ".x"),
                        "rejected.topic.sufix: there is no such key; did you mean rejected.topic.suffix?"));
    }

    @ParameterizedTest
    @MethodSource("ofClean")
    void ofClean(Mistake mistake) {
        assertThatThrownBy(() -> new Clean.Value<SourceRecord>().configure(mistake.config))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(mistake.message);
    }

    @Test
    void allOfThemAreReportedTogether() {
        Map<String, String> config = Map.of(
                "field.a", "trimm | range 5..1",
                "field.b", "to flaot64",
                "feild.c", "trim",
                "rejected.topic.suffix", "?");

        assertThatThrownBy(() -> new Clean.Value<SourceRecord>().configure(config))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("field.a: at column 1: ")
                .hasMessageContaining("field.a: at column 15: ")
                .hasMessageContaining("field.b: at column 4: ")
                .hasMessageContaining("feild.c: ")
                .hasMessageContaining("rejected.topic.suffix: ");
    }

    @Test
    void theKeysThatAWorkerAddsAreNoMistake() {
        Map<String, String> config = Map.of(
                "type", "io.nrtstreams.connect.cleaning.Clean$Value",
                "predicate", "p",
                "negate", "true",
                "plugin.version", "0.1.0",
                "field.a", "trim");

        assertThatCode(() -> new Clean.Value<SourceRecord>().configure(config)).doesNotThrowAnyException();
    }

    @Test
    void aWorkerSeesMistakesOfParseWhenItValidates() {
        assertThat(Parse.CONFIG_DEF.validate(Map.of("format", "csv", "schema", "a:strin")))
                .flatExtracting(value -> value.errorMessages())
                .containsExactly("schema: at column 3: expected a type, found strin; did you mean string?");
    }

    private static Map<String, String> parse(String key, String value) {
        Map<String, String> config = new HashMap<>(Map.of("format", "csv", "schema", "a:string"));
        config.put(key, value);
        return config;
    }
}
