package io.nrtstreams.sql.function;

import static io.nrtstreams.sql.type.SqlTypes.INTEGER;
import static io.nrtstreams.sql.type.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NullArgumentsTest {

    private static final FunctionRegistry FUNCTIONS =
            FunctionRegistry.of(List.of(Plain.class, Marked.class, Generic.class, Rest.class));

    @Test
    void makeTheResultNullWithoutACall() {
        ScalarCall plain = call("PLAIN", STRING, INTEGER);

        assertThat(plain.invoke(new Object[] {"a", 2})).isEqualTo("a2");
        assertThat(plain.invoke(new @Nullable Object[] {null, 2})).isNull();
        assertThat(plain.invoke(new @Nullable Object[] {"a", null})).isNull();
    }

    @Test
    void areSeenByParametersThatAreMarked() {
        ScalarCall marked = call("MARKED", STRING, STRING);

        assertThat(marked.invoke(new @Nullable Object[] {null, "b"})).isEqualTo("null b");
        assertThat(marked.invoke(new @Nullable Object[] {"a", null})).isNull();
    }

    @Test
    void areSeenByTypeVariablesWithAMarkedBound() {
        assertThat(call("GENERIC", STRING, STRING).invoke(new @Nullable Object[] {null, "b"}))
                .isEqualTo("null b");
        assertThat(call("GENERIC", STRING, STRING).invoke(new @Nullable Object[] {"a", null}))
                .isNull();
    }

    @Test
    void areSeenAmongAnyNumberOfArguments() {
        assertThat(call("REST", STRING, STRING, STRING).invoke(new @Nullable Object[] {"a", null, "b"}))
                .isEqualTo("a [null, b]");
        assertThat(call("REST", STRING, STRING, STRING).invoke(new @Nullable Object[] {null, null, "b"}))
                .isNull();
    }

    private static ScalarCall call(String name, SqlType... types) {
        List<Argument> arguments = Stream.of(types)
                .<Argument>map(type -> new Argument.Value(Optional.of(type)))
                .toList();
        return FUNCTIONS.scalar(Position.NONE, name, arguments);
    }

    @ScalarFunction(name = "PLAIN", description = "Takes no null.")
    static final class Plain {
        @Signature
        static String plain(String text, Integer number) {
            return text + number;
        }
    }

    @ScalarFunction(name = "MARKED", description = "Takes a null first.")
    static final class Marked {
        @Signature
        static String marked(@Nullable String first, String second) {
            return first + " " + second;
        }
    }

    @ScalarFunction(name = "GENERIC", description = "Takes a null first.")
    static final class Generic {
        @Signature
        static <T extends @Nullable Object, S> String generic(T first, S second) {
            return first + " " + second;
        }
    }

    @ScalarFunction(name = "REST", description = "Takes nulls after the first.")
    static final class Rest {
        @Signature
        static String rest(String first, @Nullable String... others) {
            return first + " " + java.util.Arrays.asList(others);
        }
    }
}
