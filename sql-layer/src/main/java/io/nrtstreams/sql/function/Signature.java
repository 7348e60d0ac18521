package io.nrtstreams.sql.function;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method as an overload of its class's function. The method is static, or the class has a constructor without
 * parameters; then each call in a query has an instance of its own.
 *
 * <p>The SQL types follow from the Java types. Where they do not, since Java knows no precision of decimals and no fields
 * of structs, {@link #returns} or {@link #returnsBy} gives the type of the result (of the element, for table functions) and
 * {@link #state} or {@link #stateBy} that of what an aggregate remembers.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Signature {

    /** What this overload does differently. */
    String description() default "";

    /** The type of the result as SQL text, such as {@code "STRUCT<K STRING, V BIGINT>"}. */
    String returns() default "";

    /**
     * The name of a method of the same class, {@code static SqlType name(List<SqlType> arguments)}, that gives the type of the
     * result for the types of a call's arguments; it throws {@link io.nrtstreams.sql.SqlException} to refuse them. A lambda
     * counts as an argument of its body's type, an untyped NULL has the type of its parameter, a unit of time is left out.
     */
    String returnsBy() default "";

    /** For aggregates: the type of the state as SQL text. */
    String state() default "";

    /** For aggregates: the name of a method like that of {@link #returnsBy} for the type of the state. */
    String stateBy() default "";
}
