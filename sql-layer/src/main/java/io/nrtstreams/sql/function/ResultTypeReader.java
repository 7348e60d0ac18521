package io.nrtstreams.sql.function;

import io.nrtstreams.sql.type.SqlType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/** Reads from annotations and Java types which type a function gives. */
final class ResultTypeReader {

    private final Class<?> functionClass;

    ResultTypeReader(Class<?> functionClass) {
        this.functionClass = functionClass;
    }

    /** As descriptions show it. */
    String text(Type type, String constant) {
        return constant.isEmpty()
                ? JavaTypes.parameterType(type).toString()
                : TypeText.parse(constant).toString();
    }

    /**
     * How the type is had.
     *
     * @param constant SQL text; empty when there is none
     * @param method the name of a method that tells it; empty when there is none
     * @param attribute of {@link Signature} that could tell it
     */
    ResultType read(Type type, String constant, String method, String attribute) {
        if (!constant.isEmpty()) {
            Optional<SqlType> fixed = Optional.of(TypeText.parse(constant));
            return (bindings, arguments) -> fixed;
        }
        if (!method.isEmpty()) {
            return computed(method);
        }
        ParameterType told = JavaTypes.parameterType(type);
        if (!told.tellsType()) {
            throw new IllegalArgumentException("the Java type " + type.getTypeName() + " does not tell the SQL type;"
                    + " give @Signature " + attribute + " or " + attribute + "By");
        }
        return (bindings, arguments) -> bindings.resolve(told);
    }

    private ResultType computed(String name) {
        try {
            MethodHandle handle = MethodHandles.privateLookupIn(functionClass, MethodHandles.lookup())
                    .findStatic(functionClass, name, MethodType.methodType(SqlType.class, List.class));
            return (bindings, arguments) -> Optional.of(compute(handle, arguments));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    "there is no method static SqlType " + name + "(List<SqlType> arguments)", e);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException("the method " + name + " cannot be called", e);
        }
    }

    private static SqlType compute(MethodHandle handle, List<SqlType> arguments) {
        try {
            return (SqlType) handle.invokeExact(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
