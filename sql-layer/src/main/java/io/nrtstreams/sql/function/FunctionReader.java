package io.nrtstreams.sql.function;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Reads the functions that annotated classes define. */
final class FunctionReader {

    private FunctionReader() {}

    /**
     * The function of a class.
     *
     * @param origin the jar it is from
     * @throws IllegalArgumentException when the class is not written as the description of the package says
     */
    static DefinedFunction read(Class<?> type, String origin) {
        Header header = header(type);
        List<Overload> overloads = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Signature.class))
                .sorted(Comparator.comparing(Method::toString))
                .map(method -> overload(header.kind, method))
                .sorted(Comparator.<Overload>comparingInt(
                                one -> one.signature().parameters().size())
                        .thenComparing(one -> one.signature().text("")))
                .toList();
        if (overloads.isEmpty()) {
            throw new IllegalArgumentException(type.getName() + ": no method has @Signature");
        }
        return new DefinedFunction(header.describe(origin, overloads), overloads);
    }

    private static Overload overload(FunctionKind kind, Method method) {
        try {
            return kind == FunctionKind.AGGREGATE
                    ? SignatureReader.aggregate(method)
                    : SignatureReader.plain(method, kind == FunctionKind.TABLE);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(method + ": " + e.getMessage(), e);
        }
    }

    private static Header header(Class<?> type) {
        ScalarFunction scalar = type.getAnnotation(ScalarFunction.class);
        if (scalar != null) {
            return new Header(
                    FunctionKind.SCALAR,
                    scalar.name(),
                    List.of(scalar.aliases()),
                    scalar.category(),
                    scalar.description(),
                    List.of(scalar.examples()),
                    scalar.author(),
                    scalar.version());
        }
        AggregateFunction aggregate = type.getAnnotation(AggregateFunction.class);
        if (aggregate != null) {
            return new Header(
                    FunctionKind.AGGREGATE,
                    aggregate.name(),
                    List.of(aggregate.aliases()),
                    aggregate.category(),
                    aggregate.description(),
                    List.of(aggregate.examples()),
                    aggregate.author(),
                    aggregate.version());
        }
        TableFunction table = type.getAnnotation(TableFunction.class);
        if (table != null) {
            return new Header(
                    FunctionKind.TABLE,
                    table.name(),
                    List.of(table.aliases()),
                    table.category(),
                    table.description(),
                    List.of(table.examples()),
                    table.author(),
                    table.version());
        }
        throw new IllegalArgumentException(
                type.getName() + ": has neither @ScalarFunction nor @AggregateFunction nor @TableFunction");
    }

    /** What the three annotations have in common. */
    private record Header(
            FunctionKind kind,
            String name,
            List<String> aliases,
            String category,
            String description,
            List<String> examples,
            String author,
            String version) {

        FunctionDescription describe(String origin, List<Overload> overloads) {
            List<String> upperAliases = aliases.stream()
                    .map(alias -> alias.toUpperCase(Locale.ROOT))
                    .toList();
            String upperName = name.toUpperCase(Locale.ROOT);
            List<FunctionDescription.Signature> signatures = overloads.stream()
                    .map(overload -> describe(upperName, overload))
                    .toList();
            return new FunctionDescription(
                    upperName,
                    upperAliases,
                    kind,
                    category,
                    description,
                    examples,
                    author,
                    version,
                    origin,
                    signatures);
        }

        private static FunctionDescription.Signature describe(String name, Overload overload) {
            List<FunctionDescription.Parameter> parameters = overload.signature().parameters().stream()
                    .map(parameter -> new FunctionDescription.Parameter(
                            parameter.name(),
                            parameter.type().toString(),
                            parameter.description(),
                            parameter.variadic()))
                    .toList();
            return new FunctionDescription.Signature(
                    overload.signature().text(name), overload.description(), parameters, overload.resultText());
        }
    }
}
