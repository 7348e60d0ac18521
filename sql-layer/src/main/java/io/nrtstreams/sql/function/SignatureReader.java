package io.nrtstreams.sql.function;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads a method with {@link Signature} as an overload. */
final class SignatureReader {

    private SignatureReader() {}

    /**
     * A method that computes, of a scalar or a table function.
     *
     * @param elements whether the type that counts is that of the result's elements
     */
    static Overload plain(Method method, boolean elements) {
        Signature annotation = method.getAnnotation(Signature.class);
        Type result = method.getGenericReturnType();
        if (elements) {
            result = argumentsOf(result, List.class, "must give a java.util.List")
                    .get(0);
        }
        ResultTypeReader results = new ResultTypeReader(method.getDeclaringClass());
        return new Overload(
                method,
                annotation.description(),
                new SqlSignature(parameters(method, false)),
                results.text(result, annotation.returns()),
                results.read(result, annotation.returns(), annotation.returnsBy(), "returns"),
                (bindings, arguments) -> {
                    throw new IllegalStateException("only aggregates have a state");
                });
    }

    /** A method that makes an aggregator. */
    static Overload aggregate(Method method) {
        Signature annotation = method.getAnnotation(Signature.class);
        Type made = method.getGenericReturnType();
        boolean undoable =
                made instanceof ParameterizedType generic && generic.getRawType() == UndoableAggregator.class;
        List<Type> parts = argumentsOf(
                made,
                undoable ? UndoableAggregator.class : Aggregator.class,
                "must give an Aggregator or UndoableAggregator, with the types of its input, state and result");
        List<SqlParameter> parameters = new ArrayList<>(inputs(method, parts.get(0)));
        parameters.addAll(parameters(method, true));
        ResultTypeReader results = new ResultTypeReader(method.getDeclaringClass());
        return new Overload(
                method,
                annotation.description(),
                new SqlSignature(parameters),
                results.text(parts.get(2), annotation.returns()),
                results.read(parts.get(2), annotation.returns(), annotation.returnsBy(), "returns"),
                results.read(parts.get(1), annotation.state(), annotation.stateBy(), "state"));
    }

    private static List<SqlParameter> parameters(Method method, boolean literal) {
        List<SqlParameter> parameters = new ArrayList<>();
        java.lang.reflect.Parameter[] declared = method.getParameters();
        for (int i = 0; i < declared.length; i++) {
            if (declared[i].getType() == CallTypes.class) {
                continue;
            }
            boolean array = method.isVarArgs() && i == declared.length - 1;
            Type type = declared[i].getParameterizedType();
            boolean variadic = array || declared[i].getType() == Variadic.class;
            Parameter told = declared[i].getAnnotation(Parameter.class);
            String typeText = told == null ? "" : told.type();
            parameters.add(new SqlParameter(
                    told == null ? declared[i].getName() : told.name(),
                    told == null ? "" : told.description(),
                    typed(array ? VariadicElement.ofArray(type) : type, typeText),
                    variadic,
                    literal));
        }
        return parameters;
    }

    private static List<SqlParameter> inputs(Method method, Type input) {
        List<SqlParameter> parameters = new ArrayList<>();
        Input[] told = method.getAnnotationsByType(Input.class);
        List<Type> types = InputShape.typesOf(input);
        for (int i = 0; i < types.size(); i++) {
            Input one = i < told.length ? told[i] : null;
            parameters.add(new SqlParameter(
                    one == null ? "value" + (types.size() == 1 ? "" : i + 1) : one.name(),
                    one == null ? "" : one.description(),
                    typed(types.get(i), one == null ? "" : one.type()),
                    VariadicElement.isVariadic(types.get(i)),
                    false));
        }
        return parameters;
    }

    private static ParameterType typed(Type type, String text) {
        Type element = VariadicElement.isVariadic(type) ? VariadicElement.of(type) : type;
        return text.isEmpty() ? JavaTypes.parameterType(element) : new ParameterType.Exact(TypeText.parse(text));
    }

    private static List<Type> argumentsOf(Type type, Class<?> wanted, String problem) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == wanted) {
            return Arrays.asList(generic.getActualTypeArguments());
        }
        throw new IllegalArgumentException(problem);
    }
}
