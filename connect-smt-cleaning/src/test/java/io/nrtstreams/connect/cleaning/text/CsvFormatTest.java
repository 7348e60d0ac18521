package io.nrtstreams.connect.cleaning.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.cleaning.core.Cleaned;
import io.nrtstreams.connect.cleaning.core.Outcome;
import io.nrtstreams.connect.cleaning.core.Refused;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvFormatTest {
    private final Shape shape = Shape.parse("a:string, b:string, n:int32");

    static List<Arguments> rows() {
        return List.of(
                row("x,y,1", "x", "y", 1),
                row("x,y,1\n", "x", "y", 1),
                row("x,y,1\r\n", "x", "y", 1),
                row(" x , y,1", " x ", " y", 1),
                row(",,", "", "", null),
                row("\"\",\"\",\"\"", "", "", null),
                row("\"x,y\",\"z\",\"1\"", "x,y", "z", 1),
                row("\"say \"\"x\"\"\",y,1", "say \"x\"", "y", 1),
                row("\"\"\"\",y,1", "\"", "y", 1),
                row("\"two\r\nlines\",y,1", "two\r\nlines", "y", 1),
                row("x'y,z;w,1e2", "x'y", "z;w", 100));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void readsARow(String text, List<Object> expected) {
        Struct struct = (Struct) ((Cleaned) new CsvFormat(shape, ',').read(text)).value();

        assertThat(Arrays.asList(struct.get("a"), struct.get("b"), struct.get("n")))
                .isEqualTo(expected);
        assertThat(struct.schema()).isSameAs(shape.schema());
    }

    static List<Arguments> refusals() {
        String quotes = "expected a double quote at the end of a quoted column, and the delimiter or the end of the"
                + " row after it";
        String plain = "expected one row, without double quotes inside a column that is not quoted";
        return List.of(
                Arguments.of("", "", "expected 3 columns, found 1"),
                Arguments.of("x,y", "", "expected 3 columns, found 2"),
                Arguments.of("x,y,1,2,3", "", "expected 3 columns, found 5"),
                Arguments.of("x,y,1\nx,y,2", "", plain),
                Arguments.of("x\"y,z,1", "", plain),
                Arguments.of("\"x,y,1", "", quotes),
                Arguments.of("\"x\"y,z,1", "", quotes),
                Arguments.of("\"x,y,1\"\"", "", quotes),
                Arguments.of("x,y,one", "n", "expected a whole number that fits int32"),
                Arguments.of("x,y, 1", "n", "expected a whole number that fits int32"),
                Arguments.of("x,y,1.5", "n", "expected a whole number that fits int32"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWhatIsNoRow(String text, String field, String reason) {
        Outcome outcome = new CsvFormat(shape, ',').read(text);

        assertThat(outcome).isEqualTo(Refused.reject(field, field.isEmpty() ? "csv" : "n:int32", reason));
    }

    @ParameterizedTest
    @MethodSource("delimiters")
    void theDelimiterIsWhatItIsSaidToBe(char delimiter) {
        String text = "x" + delimiter + "y,z" + delimiter + "1";

        Struct struct = (Struct) ((Cleaned) new CsvFormat(shape, delimiter).read(text)).value();

        assertThat(struct.get("b")).isEqualTo("y,z");
    }

    static List<Character> delimiters() {
        return List.of(';', '\t', '|');
    }

    private static Arguments row(String text, Object... expected) {
        return Arguments.of(text, Arrays.asList(expected));
    }
}
