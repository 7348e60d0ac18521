package io.nrtstreams.sql.function.builtin;

import static io.nrtstreams.sql.function.builtin.Call.NO_INTEGER;
import static io.nrtstreams.sql.function.builtin.Call.NO_TEXT;
import static io.nrtstreams.sql.function.builtin.Call.of;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegexpFunctionsTest {

    @ParameterizedTest
    @MethodSource("calls")
    void give(Call call) {
        call.check();
    }

    static Stream<Call> calls() {
        return Stream.of(
                of("REGEXP_EXTRACT", "[0-9]+", "ab12cd34").gives("12"),
                of("REGEXP_EXTRACT", "[0-9]+", "abc").gives(null),
                of("REGEXP_EXTRACT", "(\\w)(\\d)", "ab12", 2).gives("1"),
                of("REGEXP_EXTRACT", "(\\w)(\\d)", "ab12", 3).gives(null),
                of("REGEXP_EXTRACT", "(\\w)(\\d)", "ab12", -1).gives(null),
                of("REGEXP_EXTRACT", "(a)|(b)", "b", 1).gives(null),
                of("REGEXP_EXTRACT", NO_TEXT, "b").gives(null),
                of("REGEXP_EXTRACT", "b", NO_TEXT).gives(null),
                of("REGEXP_EXTRACT", "b", "b", NO_INTEGER).gives(null),
                of("REGEXP_EXTRACT_ALL", "[0-9]+", "ab12cd34").gives(List.of("12", "34")),
                of("REGEXP_EXTRACT_ALL", "[0-9]+", "abc").gives(List.of()),
                of("REGEXP_EXTRACT_ALL", "(\\d)(\\d)", "12 34", 2).gives(List.of("2", "4")),
                of("REGEXP_EXTRACT_ALL", "(a)|(b)", "ab", 1).gives(Arrays.asList("a", null)),
                of("REGEXP_EXTRACT_ALL", "(\\d)", "12", 2).gives(null),
                of("REGEXP_EXTRACT_ALL", NO_TEXT, "b").gives(null),
                of("REGEXP_REPLACE", "a1b22", "[0-9]+", "#").gives("a#b#"),
                of("REGEXP_REPLACE", "john doe", "(\\w+) (\\w+)", "$2 $1").gives("doe john"),
                of("REGEXP_REPLACE", "abc", "[0-9]", "#").gives("abc"),
                of("REGEXP_REPLACE", NO_TEXT, "a", "b").gives(null),
                of("REGEXP_REPLACE", "a", NO_TEXT, "b").gives(null),
                of("REGEXP_REPLACE", "a", "a", NO_TEXT).gives(null),
                of("REGEXP_SPLIT_TO_ARRAY", "1a22b3", "[0-9]+").gives(List.of("", "a", "b", "")),
                of("REGEXP_SPLIT_TO_ARRAY", "abc", "[0-9]+").gives(List.of("abc")),
                of("REGEXP_SPLIT_TO_ARRAY", "a12b", "[0-9]").gives(List.of("a", "", "b")),
                of("REGEXP_SPLIT_TO_ARRAY", "a1b", "[0-9]*").gives(List.of("a", "b")),
                of("REGEXP_SPLIT_TO_ARRAY", "abc", "x*").gives(List.of("a", "b", "c")),
                of("REGEXP_SPLIT_TO_ARRAY", "abc", "").gives(List.of("a", "b", "c")),
                of("REGEXP_SPLIT_TO_ARRAY", "", "[0-9]").gives(List.of("")),
                of("REGEXP_SPLIT_TO_ARRAY", NO_TEXT, "a").gives(null),
                of("REGEXP_SPLIT_TO_ARRAY", "a", NO_TEXT).gives(null));
    }

    @Test
    void sayWhatIsWrongWithARegularExpression() {
        assertThatThrownBy(of("REGEXP_EXTRACT", "(secret", "a")::invoke)
                .hasMessage("not a regular expression of java.util.regex: Unclosed group");
    }

    @Test
    void goOnWhereThereAreMoreRegularExpressionsThanAreRemembered() {
        for (int i = 0; i < 1000; i++) {
            of("REGEXP_EXTRACT", "x" + i + "y", "ax" + i + "yb")
                    .gives("x" + i + "y")
                    .check();
        }
    }
}
