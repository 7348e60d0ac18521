package io.nrtstreams.sql.function.builtin;

import static io.nrtstreams.sql.function.builtin.Call.NO_BYTES;
import static io.nrtstreams.sql.function.builtin.Call.NO_INTEGER;
import static io.nrtstreams.sql.function.builtin.Call.NO_TEXT;
import static io.nrtstreams.sql.function.builtin.Call.bytes;
import static io.nrtstreams.sql.function.builtin.Call.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BytesFunctionsTest {

    @ParameterizedTest
    @MethodSource({"encodings", "slices", "numbers"})
    void give(Call call) {
        call.check();
    }

    static Stream<Call> encodings() {
        return Stream.of(
                of("TO_BYTES", "00fF", "hex").gives(bytes(0, 255)),
                of("TO_BYTES", "ü", "utf8").gives(bytes(0xc3, 0xbc)),
                of("TO_BYTES", "aü", "ASCII").gives(bytes('a', '?')),
                of("TO_BYTES", "AP8=", "base64").gives(bytes(0, 255)),
                of("TO_BYTES", "", "hex").gives(bytes()),
                of("TO_BYTES", NO_TEXT, "hex").gives(null),
                of("TO_BYTES", "00", NO_TEXT).gives(null),
                of("FROM_BYTES", bytes(0, 255), "hex").gives("00FF"),
                of("FROM_BYTES", bytes(0xc3, 0xbc), "utf8").gives("ü"),
                of("FROM_BYTES", bytes('a', 0xc3), "ascii").gives("a\uFFFD"),
                of("FROM_BYTES", bytes(0, 255), "base64").gives("AP8="),
                of("FROM_BYTES", bytes(), "utf8").gives(""),
                of("FROM_BYTES", NO_BYTES, "utf8").gives(null),
                of("ENCODE", "4E6f", "hex", "utf8").gives("No"),
                of("ENCODE", "0x4e6f", "hex", "ascii").gives("No"),
                of("ENCODE", "X'4e6f'", "hex", "base64").gives("Tm8="),
                of("ENCODE", "x''", "hex", "utf8").gives(""),
                of("ENCODE", "0xa", "hex", "utf8").gives("\n"),
                of("ENCODE", "ü", "utf8", "hex").gives("c3bc"),
                of("ENCODE", "ü", "ascii", "hex").gives("3f"),
                of("ENCODE", "w7w", "base64", "utf8").gives("ü"),
                of("ENCODE", NO_TEXT, "hex", "utf8").gives(null),
                of("ENCODE", "00", NO_TEXT, "utf8").gives(null),
                of("ENCODE", "00", "hex", NO_TEXT).gives(null));
    }

    static Stream<Call> slices() {
        return Stream.of(
                of("LEN", bytes(1, 2, 3)).gives(3),
                of("LEN", NO_BYTES).gives(null),
                of("CONCAT", bytes(1), NO_BYTES, bytes(), bytes(2, 3)).gives(bytes(1, 2, 3)),
                of("CONCAT", NO_BYTES, NO_BYTES).gives(bytes()),
                of("CONCAT_WS", bytes(0), bytes(1), NO_BYTES, bytes(2)).gives(bytes(1, 0, 2)),
                of("CONCAT_WS", NO_BYTES, bytes(1), bytes(2)).gives(null),
                of("SUBSTRING", bytes(1, 2, 3, 4), 2).gives(bytes(2, 3, 4)),
                of("SUBSTRING", bytes(1, 2, 3, 4), -2, 1).gives(bytes(3)),
                of("SUBSTRING", bytes(1, 2, 3, 4), 9, 1).gives(bytes()),
                of("SUBSTRING", NO_BYTES, 1, 1).gives(null),
                of("LPAD", bytes(9), 4, bytes(1, 2)).gives(bytes(1, 2, 1, 9)),
                of("LPAD", bytes(9, 8, 7), 2, bytes(1)).gives(bytes(9, 8)),
                of("LPAD", bytes(9), 2, bytes()).gives(null),
                of("RPAD", bytes(9), 4, bytes(1, 2)).gives(bytes(9, 1, 2, 1)),
                of("RPAD", bytes(9), -1, bytes(1)).gives(null),
                of("RPAD", bytes(9), NO_INTEGER, bytes(1)).gives(null),
                of("SPLIT", bytes(1, 0, 0, 2, 0), bytes(0)).gives(List.of(bytes(1), bytes(), bytes(2), bytes())),
                of("SPLIT", bytes(1, 0, 0, 2), bytes(0, 0)).gives(List.of(bytes(1), bytes(2))),
                of("SPLIT", bytes(1, 2), bytes(1, 2, 3)).gives(List.of(bytes(1, 2))),
                of("SPLIT", bytes(1, 2), bytes()).gives(List.of(bytes(1), bytes(2))),
                of("SPLIT", bytes(), bytes()).gives(List.of(bytes())),
                of("SPLIT", NO_BYTES, bytes(0)).gives(null),
                of("UUID", bytes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15))
                        .gives("00010203-0405-0607-0809-0a0b0c0d0e0f"),
                of("UUID", bytes(1, 2)).gives(null),
                of("UUID", NO_BYTES).gives(null));
    }

    static Stream<Call> numbers() {
        return Stream.of(
                of("INT_FROM_BYTES", bytes(0, 0, 1, 2)).gives(258),
                of("INT_FROM_BYTES", bytes(0, 0, 1, 2), "BIG_ENDIAN").gives(258),
                of("INT_FROM_BYTES", bytes(2, 1, 0, 0), "LITTLE_ENDIAN").gives(258),
                of("INT_FROM_BYTES", NO_BYTES).gives(null),
                of("BIGINT_FROM_BYTES", bytes(255, 255, 255, 255, 255, 255, 255, 254))
                        .gives(-2L),
                of("BIGINT_FROM_BYTES", bytes(3, 0, 0, 0, 0, 0, 0, 0), "LITTLE_ENDIAN")
                        .gives(3L),
                of("BIGINT_FROM_BYTES", NO_BYTES, "LITTLE_ENDIAN").gives(null),
                of("DOUBLE_FROM_BYTES", bytes(0x3f, 0xf8, 0, 0, 0, 0, 0, 0)).gives(1.5),
                of("DOUBLE_FROM_BYTES", bytes(0, 0, 0, 0, 0, 0, 0xf8, 0x3f), "LITTLE_ENDIAN")
                        .gives(1.5),
                of("DOUBLE_FROM_BYTES", bytes(0, 0, 0, 0, 0, 0, 0, 0), NO_TEXT).gives(null));
    }

    @Test
    void readBytesThatBeginAnywhereInTheirBuffer() {
        ByteBuffer inside = bytes(9, 0, 0, 1, 2, 9).slice(1, 4);
        inside.position(0);
        ByteBuffer moved = bytes(9, 0, 0, 1, 2);
        moved.position(1);

        of("INT_FROM_BYTES", inside).gives(258).check();
        of("INT_FROM_BYTES", moved).gives(258).check();
        of("SUBSTRING", moved, 3).gives(bytes(1, 2)).check();
        of("FROM_BYTES", moved, "hex").gives("00000102").check();
        of("RPAD", moved, 5, moved).gives(bytes(0, 0, 1, 2, 0)).check();
        assertThat(moved.position()).isEqualTo(1);
    }

    @Test
    void sayWhatIsWrongWithoutShowingTheData() {
        assertThatThrownBy(of("TO_BYTES", "secret", "hex")::invoke)
                .hasMessage("the text is not made of pairs of hexadecimal digits");
        assertThatThrownBy(of("TO_BYTES", "se?cret", "base64")::invoke).hasMessage("the text is not Base64");
        assertThatThrownBy(of("FROM_BYTES", bytes(1), "latin1")::invoke)
                .hasMessage("there is no such encoding; use hex, utf8, ascii or base64");
        assertThatThrownBy(of("ENCODE", "00", "hex", "hex")::invoke)
                .hasMessage("ENCODE needs two encodings that differ");
        assertThatThrownBy(of("INT_FROM_BYTES", bytes(1, 2))::invoke).hasMessage("a number of this type has 4 bytes");
        assertThatThrownBy(of("INT_FROM_BYTES", bytes(1, 2, 3, 4), "MIDDLE")::invoke)
                .hasMessage("the byte order must be BIG_ENDIAN or LITTLE_ENDIAN");
    }
}
