package io.nrtstreams.sql.function;

import java.util.List;

/**
 * Names the function classes of a jar. A jar has an implementation with a public constructor without parameters, and the
 * implementation's name in {@code META-INF/services/io.nrtstreams.sql.function.FunctionClasses}.
 */
@FunctionalInterface
public interface FunctionClasses {

    List<Class<?>> classes();
}
