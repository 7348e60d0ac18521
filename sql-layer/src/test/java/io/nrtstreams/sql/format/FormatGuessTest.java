package io.nrtstreams.sql.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.nrtstreams.sql.format.FormatGuess.Candidate;
import io.nrtstreams.sql.registry.SchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FormatGuessTest {

    /** Knows the schemas 1 (Avro), 2 (Protobuf) and 3 (JSON). */
    private static final SchemaRegistry REGISTRY = new SchemaRegistry() {
        @Override
        public Optional<RegisteredSchema> latest(String subject) {
            return Optional.empty();
        }

        @Override
        public Optional<RegisteredSchema> byId(int id) {
            List<Kind> kinds = List.of(Kind.AVRO, Kind.PROTOBUF, Kind.JSON);
            return id < 1 || id > kinds.size()
                    ? Optional.empty()
                    : Optional.of(new RegisteredSchema(id, new SchemaText(kinds.get(id - 1), "", List.of())));
        }

        @Override
        public int register(String subject, SchemaText schema) {
            throw new UnsupportedOperationException();
        }
    };

    static Stream<Arguments> values() {
        return Stream.of(
                arguments(utf8("{\"a\": 12}"), List.of("JSON", "KAFKA_STRING"), "{\"a\": 12}"),
                arguments(utf8("hello"), List.of("KAFKA_STRING"), "hello"),
                arguments(utf8("four"), List.of("KAFKA_STRING", "KAFKA_INT"), "four"),
                arguments(hex("00000007"), List.of("KAFKA_INT"), "7"),
                arguments(hex("0000000000000007"), List.of("KAFKA_BIGINT", "KAFKA_DOUBLE"), "7"),
                arguments(hex("000000000102"), List.of("AVRO"), "AAAAAAEC"),
                arguments(hex("000000000202"), List.of("PROTOBUF"), "AAAAAAIC"),
                arguments(hex("00000000037b7d"), List.of("JSON_SR"), "{}"),
                arguments(hex("000000000902"), List.of(), null),
                arguments(hex("fffefd"), List.of(), null));
    }

    @ParameterizedTest
    @MethodSource("values")
    void bytesMayBeOfFormats(byte[] bytes, List<String> names, String text) {
        FormatGuess guess = FormatGuess.ofValues(Optional.of(REGISTRY));

        guess.see(bytes);

        assertThat(guess.candidates()).extracting(Candidate::name).isEqualTo(names);
        if (text != null) {
            assertThat(guess.candidates().get(0).text(bytes)).isEqualTo(text);
        }
    }

    static Stream<Arguments> windowedKeys() {
        return Stream.of(
                arguments(
                        hex("6b" + "0000016000007530"),
                        List.of("HOPPING(KAFKA_STRING)", "TUMBLING(KAFKA_STRING)"),
                        "[k@1511828518192]"),
                arguments(
                        hex("6b" + "0000016000007531" + "0000016000007530"),
                        List.of("SESSION(KAFKA_STRING)"),
                        "[k@1511828518192/1511828518193]"));
    }

    @ParameterizedTest
    @MethodSource("windowedKeys")
    void keysMayBeWindowed(byte[] bytes, List<String> names, String text) {
        FormatGuess guess = FormatGuess.ofKeys(Optional.empty());

        guess.see(bytes);

        assertThat(guess.candidates()).extracting(Candidate::name).isEqualTo(names);
        assertThat(guess.candidates().get(0).text(bytes)).isEqualTo(text);
    }

    @Test
    void everyRecordRulesOutWhatItIsNot() {
        FormatGuess guess = FormatGuess.ofValues(Optional.empty());

        guess.see(utf8("1234"));
        guess.see(null);
        assertThat(guess.candidates()).extracting(Candidate::name).containsExactly("JSON", "KAFKA_STRING", "KAFKA_INT");
        guess.see(utf8("12345"));
        assertThat(guess.candidates()).extracting(Candidate::name).containsExactly("JSON", "KAFKA_STRING");
        guess.see(utf8("plain"));
        assertThat(guess.candidates()).extracting(Candidate::name).containsExactly("KAFKA_STRING");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
