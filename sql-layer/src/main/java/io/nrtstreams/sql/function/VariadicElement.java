package io.nrtstreams.sql.function;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** The types of variadic parameters' elements. */
final class VariadicElement {

    private VariadicElement() {}

    static boolean isVariadic(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == Variadic.class;
    }

    static Type of(Type variadic) {
        return ((ParameterizedType) variadic).getActualTypeArguments()[0];
    }

    static Type ofArray(Type array) {
        return array instanceof GenericArrayType generic
                ? generic.getGenericComponentType()
                : ((Class<?>) array).getComponentType();
    }
}
