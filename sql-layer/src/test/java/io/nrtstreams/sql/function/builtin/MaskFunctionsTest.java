package io.nrtstreams.sql.function.builtin;

import static io.nrtstreams.sql.function.builtin.Call.NO_INTEGER;
import static io.nrtstreams.sql.function.builtin.Call.NO_TEXT;
import static io.nrtstreams.sql.function.builtin.Call.of;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaskFunctionsTest {

    @ParameterizedTest
    @MethodSource("calls")
    void hideCharactersByTheirKind(Call call) {
        call.check();
    }

    static Stream<Call> calls() {
        return Stream.of(
                of("MASK", "Ab 12-Ü").gives("Xx-nn-X"),
                of("MASK", "Ab 12-Ü", "#", NO_TEXT, "9", null).gives("#b 99-#"),
                of("MASK", "Ab1", "", "long", "9", "-").gives("Al9"),
                of("MASK", "").gives(""),
                of("MASK", NO_TEXT).gives(null),
                of("MASK_LEFT", "Ab 12", 3).gives("Xx-12"),
                of("MASK_LEFT", "Ab 12", 99).gives("Xx-nn"),
                of("MASK_LEFT", "Ab 12", 0).gives("Ab 12"),
                of("MASK_LEFT", "Ab 12", 4, "U", "l", "d", NO_TEXT).gives("Ul d2"),
                of("MASK_LEFT", NO_TEXT, 1).gives(null),
                of("MASK_LEFT", "Ab", NO_INTEGER).gives(null),
                of("MASK_RIGHT", "Ab 12", 3).gives("Ab-nn"),
                of("MASK_RIGHT", "Ab 12", 99).gives("Xx-nn"),
                of("MASK_RIGHT", "Ab 12", 4, "U", "l", "d", NO_TEXT).gives("Al dd"),
                of("MASK_RIGHT", NO_TEXT, 1).gives(null),
                of("MASK_KEEP_LEFT", "Ab 12", 3).gives("Ab nn"),
                of("MASK_KEEP_LEFT", "Ab 12", 99).gives("Ab 12"),
                of("MASK_KEEP_LEFT", "Ab 12", 1, "U", "l", "d", NO_TEXT).gives("Al dd"),
                of("MASK_KEEP_LEFT", NO_TEXT, 1).gives(null),
                of("MASK_KEEP_RIGHT", "Ab 12", 3).gives("Xx 12"),
                of("MASK_KEEP_RIGHT", "Ab 12", 99).gives("Ab 12"),
                of("MASK_KEEP_RIGHT", "Ab 12", 1, "U", "l", "d", NO_TEXT).gives("Ul d2"),
                of("MASK_KEEP_RIGHT", NO_TEXT, 1).gives(null));
    }

    @Test
    void refuseANegativeNumberOfCharacters() {
        for (String function : new String[] {"MASK_LEFT", "MASK_RIGHT", "MASK_KEEP_LEFT", "MASK_KEEP_RIGHT"}) {
            assertThatThrownBy(of(function, "abc", -1)::invoke)
                    .hasMessage("the number of characters must not be negative");
        }
    }
}
