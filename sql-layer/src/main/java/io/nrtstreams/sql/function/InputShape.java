package io.nrtstreams.sql.function;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes of a row's arguments what an aggregator takes. */
@FunctionalInterface
interface InputShape {

    @Nullable Object of(@Nullable Object[] arguments);

    /** The Java types of the arguments that an aggregator's input stands for. */
    static List<Type> typesOf(Type input) {
        if (input == Void.class) {
            return List.of();
        }
        boolean several = input instanceof ParameterizedType generic
                && (generic.getRawType() == Pair.class || generic.getRawType() == Triple.class);
        return several ? Arrays.asList(((ParameterizedType) input).getActualTypeArguments()) : List.of(input);
    }

    /**
     * The shape for calls with so many arguments.
     *
     * @param variadicCount how many of them a variadic part takes
     */
    @SuppressWarnings("NullAway") // the type arguments of Pair and Triple say where nulls may be
    static InputShape of(Type input, int variadicCount) {
        List<Type> types = typesOf(input);
        InputShape[] parts = new InputShape[types.size()];
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean variadic = VariadicElement.isVariadic(types.get(i));
            parts[i] = variadic ? variadic(at, at + variadicCount) : single(at);
            at += variadic ? variadicCount : 1;
        }
        return switch (parts.length) {
            case 0 -> arguments -> null;
            case 1 -> parts[0];
            case 2 -> arguments -> new Pair<>(parts[0].of(arguments), parts[1].of(arguments));
            default ->
                arguments -> new Triple<>(parts[0].of(arguments), parts[1].of(arguments), parts[2].of(arguments));
        };
    }

    private static InputShape single(int index) {
        return arguments -> arguments[index];
    }

    private static InputShape variadic(int from, int to) {
        return arguments -> new Variadic<>(Arrays.asList(Arrays.copyOfRange(arguments, from, to)));
    }
}
