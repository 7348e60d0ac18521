package io.nrtstreams.sql.function;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Calls a function's method with the arguments of a call in SQL. Thread-safe when the function is. */
final class MethodInvoker {

    private static final MethodHandle NEW_VARIADIC = newVariadic();

    private final MethodHandle handle;
    private final int[] neverNull;

    private MethodInvoker(MethodHandle handle, int[] neverNull) {
        MethodType type = handle.type();
        this.neverNull = neverNull;
        this.handle = handle.asType(type.generic()).asSpreader(Object[].class, type.parameterCount());
    }

    /**
     * Prepares calls.
     *
     * @param variadicCount how many of the arguments the variadic parameter takes, where there is one
     */
    static MethodInvoker of(Method method, int variadicCount, CallTypes types) {
        MethodHandle handle = bound(method);
        Class<?>[] parameters = method.getParameterTypes();
        for (int i = parameters.length - 1; i >= 0; i--) {
            if (parameters[i] == CallTypes.class) {
                handle = MethodHandles.insertArguments(handle, i, types);
            } else if (parameters[i] == Variadic.class) {
                handle = MethodHandles.collectArguments(
                        handle, i, NEW_VARIADIC.asCollector(Object[].class, variadicCount));
            } else if (method.isVarArgs() && i == parameters.length - 1) {
                handle = handle.asCollector(i, parameters[i], variadicCount);
            }
        }
        return new MethodInvoker(handle, neverNull(method, variadicCount));
    }

    /** The arguments of a call that fill parameters which take no null. */
    private static int[] neverNull(Method method, int variadicCount) {
        Class<?>[] parameters = method.getParameterTypes();
        AnnotatedType[] types = method.getAnnotatedParameterTypes();
        IntStream.Builder arguments = IntStream.builder();
        int argument = 0;
        for (int i = 0; i < parameters.length; i++) {
            boolean array = method.isVarArgs() && i == parameters.length - 1;
            if (array || parameters[i] == Variadic.class) {
                argument += variadicCount;
            } else if (parameters[i] != CallTypes.class) {
                if (!seesNull(types[i])) {
                    arguments.add(argument);
                }
                argument++;
            }
        }
        return arguments.build().toArray();
    }

    /** Whether the type, or the bound of a type variable, is marked as nullable. */
    private static boolean seesNull(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class)
                || (type.getType() instanceof TypeVariable<?> variable
                        && Arrays.stream(variable.getAnnotatedBounds())
                                .anyMatch(bound -> bound.isAnnotationPresent(Nullable.class)));
    }

    /** What the method gives; null without a call when an argument is null whose parameter takes no null. */
    @Nullable Object invoke(@Nullable Object[] arguments) {
        for (int index : neverNull) {
            if (arguments[index] == null) {
                return null;
            }
        }
        try {
            return (Object) handle.invokeExact(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static MethodHandle bound(Method method) {
        try {
            MethodHandles.Lookup lookup =
                    MethodHandles.privateLookupIn(method.getDeclaringClass(), MethodHandles.lookup());
            MethodHandle handle = lookup.unreflect(method).asFixedArity();
            return Modifier.isStatic(method.getModifiers()) ? handle : handle.bindTo(newInstance(method));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the method " + method + " cannot be called", e);
        }
    }

    private static Object newInstance(Method method) {
        try {
            Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(method.getDeclaringClass() + " cannot be made", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(method.getDeclaringClass() + " has no constructor without parameters", e);
        }
    }

    /** Takes an array, gives a {@link Variadic} of its elements. */
    private static MethodHandle newVariadic() {
        try {
            MethodHandle list = MethodHandles.publicLookup()
                    .findStatic(Arrays.class, "asList", MethodType.methodType(List.class, Object[].class))
                    .asFixedArity();
            MethodHandle variadic = MethodHandles.lookup()
                    .findConstructor(Variadic.class, MethodType.methodType(void.class, List.class));
            return MethodHandles.filterReturnValue(list, variadic);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
