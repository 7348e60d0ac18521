package io.nrtstreams.sql.function.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.of;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.expression.ExpressionCompiler;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.function.builtin.collection.CollectionFunctions;
import io.nrtstreams.sql.function.builtin.general.GeneralFunctions;
import io.nrtstreams.sql.function.builtin.json.JsonFunctions;
import io.nrtstreams.sql.function.builtin.math.MathFunctions;
import io.nrtstreams.sql.function.builtin.time.TimeFunctions;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.row.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation of a function shows is what the function does. */
class FunctionExamplesTest {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Row NO_ROW = new Row(new Object[0], null, new Object[0], null, 0, null);

    private final ExpressionCompiler compiler = new ExpressionCompiler(FunctionRegistry.builtIn(), Map.of());

    static Stream<Arguments> examples() {
        List<Class<?>> classes = Stream.of(
                        MathFunctions.all(),
                        TimeFunctions.all(),
                        CollectionFunctions.all(),
                        JsonFunctions.all(),
                        GeneralFunctions.all())
                .flatMap(List::stream)
                .collect(Collectors.toList());
        return FunctionRegistry.of(classes).functions().stream()
                .filter(function -> !function.name().equals("RANDOM"))
                .flatMap(function -> function.examples().stream())
                .map(example -> of((Object[]) example.split(" -> ", 2)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleGivesWhatItSays(String call, String expected) {
        Object value = compiler.compile(new SqlParser().parseExpression(call), column -> {
                    throw new SqlException(column.position(), "an example has no columns");
                })
                .evaluate(NO_ROW);
        assertThat(display(value)).isEqualTo(expected);
    }

    private static String display(@Nullable Object value) {
        if (value instanceof String text) {
            return "'" + text + "'";
        }
        if (value instanceof Instant timestamp) {
            return TIMESTAMP.format(timestamp);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(FunctionExamplesTest::display).collect(Collectors.joining(", ", "[", "]"));
        }
        return String.valueOf(value);
    }
}
