package io.nrtstreams.sql.function.builtin;

import static io.nrtstreams.sql.function.builtin.Call.NO_INTEGER;
import static io.nrtstreams.sql.function.builtin.Call.NO_TEXT;
import static io.nrtstreams.sql.function.builtin.Call.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextFunctionsTest {

    @ParameterizedTest
    @MethodSource({"letters", "joined", "chosen", "found", "padded", "parts", "split"})
    void give(Call call) {
        call.check();
    }

    static Stream<Call> letters() {
        return Stream.of(
                of("LCASE", "Ab Ü1").gives("ab ü1"),
                of("LCASE", "").gives(""),
                of("LCASE", NO_TEXT).gives(null),
                of("UCASE", "ab ü1").gives("AB Ü1"),
                of("UCASE", "").gives(""),
                of("UCASE", NO_TEXT).gives(null),
                of("TRIM", " \ta b\n ").gives("a b"),
                of("TRIM", "   ").gives(""),
                of("TRIM", NO_TEXT).gives(null),
                of("INITCAP", "hello  wORLD\t2nd tRY").gives("Hello  World\t2nd Try"),
                of("INITCAP", " x-y_z").gives(" X-y_z"),
                of("INITCAP", "").gives(""),
                of("INITCAP", NO_TEXT).gives(null),
                of("MD5", "").gives("d41d8cd98f00b204e9800998ecf8427e"),
                of("MD5", "abc").gives("900150983cd24fb0d6963f7d28e17f72"),
                of("MD5", NO_TEXT).gives(null),
                of("LEN", "").gives(0),
                of("LEN", "Grüße").gives(5),
                of("LEN", NO_TEXT).gives(null),
                of("CHR", 97).gives("a"),
                of("CHR", 0x1F600).gives("\uD83D\uDE00"),
                of("CHR", -1).gives(null),
                of("CHR", 0x110000).gives(null),
                of("CHR", "\\u00fc").gives("ü"),
                of("CHR", "\\ud83d\\ude00").gives("\uD83D\uDE00"),
                of("CHR", "\\u00g0").gives(null),
                of("CHR", "u00fc").gives(null),
                of("CHR", "").gives(null),
                of("CHR", NO_TEXT).gives(null));
    }

    static Stream<Call> joined() {
        return Stream.of(
                of("CONCAT", "a", NO_TEXT, "b").gives("ab"),
                of("CONCAT", "a", null, "b").gives("ab"),
                of("CONCAT", NO_TEXT, NO_TEXT).gives(""),
                of("CONCAT", "a", "", "b", "c").gives("abc"),
                of("CONCAT_WS", "-", "a", NO_TEXT, "", "b").gives("a--b"),
                of("CONCAT_WS", "-", NO_TEXT, "b").gives("b"),
                of("CONCAT_WS", "-", NO_TEXT, NO_TEXT).gives(""),
                of("CONCAT_WS", NO_TEXT, "a", "b").gives(null));
    }

    static Stream<Call> chosen() {
        return Stream.of(
                of("ELT", 1, "a", "b").gives("a"),
                of("ELT", 2, "a", NO_TEXT).gives(null),
                of("ELT", 0, "a", "b").gives(null),
                of("ELT", 3, "a", "b").gives(null),
                of("ELT", -1, "a", "b").gives(null),
                of("ELT", NO_INTEGER, "a", "b").gives(null),
                of("FIELD", "b", "a", "b", "b").gives(2),
                of("FIELD", "B", "a", "b").gives(0),
                of("FIELD", "b", NO_TEXT, "b").gives(2),
                of("FIELD", NO_TEXT, NO_TEXT, "b").gives(0));
    }

    static Stream<Call> found() {
        return Stream.of(
                of("INSTR", "abcabcabc", "bc").gives(2),
                of("INSTR", "abcabcabc", "x").gives(0),
                of("INSTR", "abcabcabc", "bc", 3).gives(5),
                of("INSTR", "abcabcabc", "bc", 0).gives(2),
                of("INSTR", "abcabcabc", "bc", 20).gives(0),
                of("INSTR", "abcabcabc", "bc", 1, 3).gives(8),
                of("INSTR", "abcabcabc", "bc", 1, 4).gives(0),
                of("INSTR", "aaaa", "aa", 1, 3).gives(3),
                of("INSTR", "abcabcabc", "bc", -1).gives(8),
                of("INSTR", "abcabcabc", "bc", -3).gives(5),
                of("INSTR", "abcabcabc", "bc", -3, 2).gives(2),
                of("INSTR", "abcabcabc", "bc", -3, 3).gives(0),
                of("INSTR", "abcabcabc", "bc", -20).gives(0),
                of("INSTR", "abc", "b", 1, 0).gives(0),
                of("INSTR", NO_TEXT, "b").gives(0),
                of("INSTR", "abc", NO_TEXT, 1).gives(0),
                of("REPLACE", "a.b.c", ".", "").gives("abc"),
                of("REPLACE", "aaa", "aa", "b").gives("ba"),
                of("REPLACE", "abc", "x", "y").gives("abc"),
                of("REPLACE", NO_TEXT, "x", "y").gives(null),
                of("REPLACE", "abc", null, "y").gives(null),
                of("REPLACE", "abc", NO_TEXT, "y").gives(null),
                of("REPLACE", "abc", "b", NO_TEXT).gives(null));
    }

    static Stream<Call> padded() {
        return Stream.of(
                of("LPAD", "12", 5, "0").gives("00012"),
                of("LPAD", "12", 7, "abc").gives("abcab12"),
                of("LPAD", "12345", 3, "0").gives("123"),
                of("LPAD", "", 2, "0").gives("00"),
                of("LPAD", "12", 0, "0").gives(""),
                of("LPAD", "12", -1, "0").gives(null),
                of("LPAD", "12", 5, "").gives(null),
                of("LPAD", "12", 5, NO_TEXT).gives(null),
                of("LPAD", NO_TEXT, 5, "0").gives(null),
                of("LPAD", "12", NO_INTEGER, "0").gives(null),
                of("RPAD", "12", 7, "abc").gives("12abcab"),
                of("RPAD", "12345", 3, "0").gives("123"),
                of("RPAD", "12", -1, "0").gives(null),
                of("RPAD", "12", 2, "").gives(null),
                of("RPAD", NO_TEXT, 5, "0").gives(null));
    }

    static Stream<Call> parts() {
        return Stream.of(
                of("SUBSTRING", "kettle", 3).gives("ttle"),
                of("SUBSTRING", "kettle", 0).gives("kettle"),
                of("SUBSTRING", "kettle", 7).gives(""),
                of("SUBSTRING", "kettle", 99).gives(""),
                of("SUBSTRING", "kettle", -2).gives("le"),
                of("SUBSTRING", "kettle", -99).gives("kettle"),
                of("SUBSTRING", "kettle", 2, 3).gives("ett"),
                of("SUBSTRING", "kettle", 0, 2).gives("ke"),
                of("SUBSTRING", "kettle", 5, 99).gives("le"),
                of("SUBSTRING", "kettle", 5, Integer.MAX_VALUE).gives("le"),
                of("SUBSTRING", "kettle", -3, 2).gives("tl"),
                of("SUBSTRING", "kettle", 2, -1).gives(""),
                of("SUBSTRING", NO_TEXT, 1).gives(null),
                of("SUBSTRING", "kettle", NO_INTEGER).gives(null),
                of("SUBSTRING", "kettle", null).gives(null),
                of("SUBSTRING", "kettle", 1, NO_INTEGER).gives(null));
    }

    static Stream<Call> split() {
        return Stream.of(
                of("SPLIT", "a|b||c|", "|").gives(List.of("a", "b", "", "c", "")),
                of("SPLIT", "abc", "|").gives(List.of("abc")),
                of("SPLIT", "a<>b<>", "<>").gives(List.of("a", "b", "")),
                of("SPLIT", "a\uD83D\uDE00b", "").gives(List.of("a", "\uD83D\uDE00", "b")),
                of("SPLIT", "", "|").gives(List.of("")),
                of("SPLIT", "", "").gives(List.of("")),
                of("SPLIT", NO_TEXT, "|").gives(null),
                of("SPLIT", "abc", NO_TEXT).gives(null),
                of("SPLIT_TO_MAP", "x=1;y=2;x=3", ";", "=").gives(Map.of("x", "3", "y", "2")),
                of("SPLIT_TO_MAP", "x=1;;y;z=", ";", "=").gives(Map.of("x", "1", "z", "")),
                of("SPLIT_TO_MAP", "x=1=2", ";", "=").gives(Map.of("x", "1")),
                of("SPLIT_TO_MAP", "", ";", "=").gives(Map.of()),
                of("SPLIT_TO_MAP", "x=1", "", "=").gives(null),
                of("SPLIT_TO_MAP", "x=1", ";", "").gives(null),
                of("SPLIT_TO_MAP", NO_TEXT, ";", "=").gives(null),
                of("SPLIT_TO_MAP", "x=1", NO_TEXT, "=").gives(null));
    }

    @Test
    void keepTheOrderOfEntries() {
        assertThat(((Map<?, ?>) of("SPLIT_TO_MAP", "z=1;a=2;m=3", ";", "=").invoke())
                        .keySet()
                        .toArray())
                .containsExactly("z", "a", "m");
    }

    @Test
    void makeAnotherIdAtEachCall() {
        Object first = of("UUID").invoke();

        assertThat(first).asString().matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(of("UUID").invoke()).isNotEqualTo(first);
    }

    @Test
    void refuseWhatIsNotText() {
        assertThatThrownBy(of("UCASE", 1)::invoke).hasMessageContaining("UCASE(INTEGER)");
        assertThatThrownBy(of("CONCAT", "a", 1)::invoke).hasMessageContaining("CONCAT(STRING, INTEGER)");
    }
}
