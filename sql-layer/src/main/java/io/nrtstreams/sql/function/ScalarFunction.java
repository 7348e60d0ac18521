package io.nrtstreams.sql.function;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class whose methods compute a value from the values of a row.
 *
 * <p>Each method with {@link Signature} is an overload. How parameters and results are written says the description of the
 * package.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ScalarFunction {

    /** The name in SQL, upper case. */
    String name();

    /** Other names for the same. */
    String[] aliases() default {};

    /** What it is about, such as {@code "STRING"}; groups the functions in lists. */
    String category() default "OTHER";

    /** What it gives, in one or more sentences. */
    String description();

    /** Calls as SQL text, each with what it gives: {@code "LCASE('Ab') -> 'ab'"}. */
    String[] examples() default {};

    String author() default "";

    String version() default "";
}
