package io.nrtstreams.sql.function;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a parameter of a function. Without it the parameter has the name that the class file has for it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Parameter {

    String name();

    String description() default "";

    /**
     * The exact type as SQL text, such as {@code "STRUCT<A INTEGER>"}, where the Java type says less: without it a {@link
     * io.nrtstreams.sql.type.StructValue} takes every struct.
     */
    String type() default "";
}
