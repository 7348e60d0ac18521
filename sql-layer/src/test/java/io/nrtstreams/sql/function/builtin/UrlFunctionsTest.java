package io.nrtstreams.sql.function.builtin;

import static io.nrtstreams.sql.function.builtin.Call.NO_TEXT;
import static io.nrtstreams.sql.function.builtin.Call.of;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UrlFunctionsTest {

    private static final String FULL = "https://me@shop.example:8443/a%20b/c?x=1&y=p%26q&z&x=2#the%20end";
    private static final String BARE = "http://shop.example";
    private static final String RELATIVE = "shop.example/a";

    @ParameterizedTest
    @MethodSource("calls")
    void give(Call call) {
        call.check();
    }

    static Stream<Call> calls() {
        return Stream.of(
                of("URL_EXTRACT_HOST", FULL).gives("shop.example"),
                of("URL_EXTRACT_HOST", BARE).gives("shop.example"),
                of("URL_EXTRACT_HOST", RELATIVE).gives(null),
                of("URL_EXTRACT_HOST", NO_TEXT).gives(null),
                of("URL_EXTRACT_PATH", FULL).gives("/a b/c"),
                of("URL_EXTRACT_PATH", BARE).gives(""),
                of("URL_EXTRACT_PATH", RELATIVE).gives("shop.example/a"),
                of("URL_EXTRACT_PATH", NO_TEXT).gives(null),
                of("URL_EXTRACT_QUERY", FULL).gives("x=1&y=p&q&z&x=2"),
                of("URL_EXTRACT_QUERY", BARE).gives(null),
                of("URL_EXTRACT_QUERY", NO_TEXT).gives(null),
                of("URL_EXTRACT_PROTOCOL", FULL).gives("https"),
                of("URL_EXTRACT_PROTOCOL", "mailto:me@shop.example").gives("mailto"),
                of("URL_EXTRACT_PROTOCOL", RELATIVE).gives(null),
                of("URL_EXTRACT_FRAGMENT", FULL).gives("the end"),
                of("URL_EXTRACT_FRAGMENT", BARE).gives(null),
                of("URL_EXTRACT_FRAGMENT", NO_TEXT).gives(null),
                of("URL_EXTRACT_PORT", FULL).gives(8443),
                of("URL_EXTRACT_PORT", BARE).gives(null),
                of("URL_EXTRACT_PORT", NO_TEXT).gives(null),
                of("URL_EXTRACT_PARAMETER", FULL, "x").gives("1"),
                of("URL_EXTRACT_PARAMETER", FULL, "y").gives("p&q"),
                of("URL_EXTRACT_PARAMETER", FULL, "z").gives(""),
                of("URL_EXTRACT_PARAMETER", FULL, "X").gives(null),
                of("URL_EXTRACT_PARAMETER", BARE, "x").gives(null),
                of("URL_EXTRACT_PARAMETER", "?a=1+1=2", "a").gives("1+1=2"),
                of("URL_EXTRACT_PARAMETER", FULL, NO_TEXT).gives(null),
                of("URL_ENCODE_PARAM", "a b&c=ü*").gives("a+b%26c%3D%C3%BC*"),
                of("URL_ENCODE_PARAM", "").gives(""),
                of("URL_ENCODE_PARAM", NO_TEXT).gives(null),
                of("URL_DECODE_PARAM", "a+b%26c%3D%C3%BC*").gives("a b&c=ü*"),
                of("URL_DECODE_PARAM", "").gives(""),
                of("URL_DECODE_PARAM", NO_TEXT).gives(null));
    }

    @Test
    void sayWhatIsWrongWithoutShowingTheData() {
        assertThatThrownBy(of("URL_EXTRACT_HOST", "http://se cret")::invoke)
                .hasMessage("not a URL: Illegal character in authority at index 7");
        assertThatThrownBy(of("URL_DECODE_PARAM", "secret%x")::invoke)
                .hasMessage("a % in the text is not followed by two hexadecimal digits");
    }
}
