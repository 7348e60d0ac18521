/**
 * The functions of the language: how they are written, found and described. Built-in and user functions are written the
 * same way.
 *
 * <h2>A scalar function</h2>
 *
 * <pre>{@code
 * @ScalarFunction(
 *         name = "REPEAT",
 *         category = "STRING",
 *         description = "Repeats a text.",
 *         examples = "REPEAT('ab', 2) -> 'abab'")
 * final class Repeat {
 *
 *     private Repeat() {}
 *
 *     @Signature
 *     static @Nullable String repeat(
 *             @Parameter(name = "text", description = "what to repeat") @Nullable String text,
 *             @Parameter(name = "times", description = "how often") int times) {
 *         return text == null ? null : text.repeat(times);
 *     }
 * }
 * }</pre>
 *
 * <p>Java types of parameters and results:
 *
 * <ul>
 *   <li>{@code boolean int long double}, {@link java.lang.Boolean}, {@link java.lang.Integer}, {@link java.lang.Long}, {@link
 *       java.lang.Double}, {@link java.math.BigDecimal} DECIMAL of any precision, {@link java.lang.String} STRING, {@link
 *       java.nio.ByteBuffer} BYTES, {@link java.time.LocalTime} TIME, {@link java.time.LocalDate} DATE, {@link
 *       java.time.Instant} TIMESTAMP, {@link io.nrtstreams.sql.type.StructValue} any STRUCT, {@link java.util.List} ARRAY, {@link
 *       java.util.Map} MAP, {@link java.lang.Object} anything.
 *   <li>Only a parameter marked {@link org.jspecify.annotations.Nullable} (or of a type variable whose bound is, or variadic)
 *       sees nulls: when another argument is null, the function is not called and the result is null.
 *   <li>A type variable of the method stands for one SQL type in a call; {@code T extends Comparable<T>} leaves out arrays,
 *       maps and structs.
 *   <li>{@code T...} at the end, or {@link io.nrtstreams.sql.function.Variadic} anywhere, takes any number of arguments.
 *   <li>{@link java.util.function.Function}, {@link java.util.function.BiFunction} and
 *       {@link io.nrtstreams.sql.function.TriFunction} take lambdas; the types of their parameters must be known from other
 *       arguments. Their calls see and give nulls.
 *   <li>{@link java.time.temporal.ChronoUnit} takes a unit of time, as in {@code TIMESTAMPADD(DAYS, 2, t)}.
 *   <li>{@link io.nrtstreams.sql.function.CallTypes} takes no argument; it tells the SQL types of the call.
 * </ul>
 *
 * <p>Numbers are widened where no overload takes them as they are (INTEGER, BIGINT, DECIMAL, DOUBLE), texts become dates and
 * times. Of several overloads the one that widens least is called, before those that are variadic or generic. A result of
 * DECIMAL or STRUCT says its type with {@code returns} or {@code returnsBy} of {@link io.nrtstreams.sql.function.Signature},
 * unless a type variable does.
 *
 * <p>A function is pure and quick: it may be called from several threads at a time, never changes an argument, and throws
 * where there is no answer ({@link java.lang.IllegalArgumentException} with a message that holds no data): the column becomes null
 * and the message is logged. Rows of a table keep the results, so they are never changed afterwards either.
 *
 * <h2>An aggregate function</h2>
 *
 * <pre>{@code
 * @AggregateFunction(name = "PRODUCT", category = "MATH", description = "The product of all values that are not null.")
 * final class Product {
 *
 *     private Product() {}
 *
 *     @Signature
 *     @Input(name = "factor")
 *     static Aggregator<@Nullable Double, Double, Double> ofDoubles() {
 *         return new Aggregator<>() { ... };
 *     }
 * }
 * }</pre>
 *
 * <p>Parameters of the method are literals of the call, after the arguments that rows fill: {@code latest(int n)} makes
 * {@code LATEST(column, 3)}. {@link io.nrtstreams.sql.function.UndoableAggregator} can aggregate tables.
 *
 * <h2>A table function</h2>
 *
 * <p>Is written like a scalar one that gives a {@link java.util.List}, marked with
 * {@link io.nrtstreams.sql.function.TableFunction}.
 *
 * <h2>Where it is listed</h2>
 *
 * <p>Built-in functions lie in packages below {@code function.builtin}, each with one public class that lists them,
 * {@code public final class StringFunctions { public static List<Class<?>> all() }}, which
 * {@code function.builtin.BuiltInFunctions} names. Function classes themselves are package-private.
 */
@NullMarked
package io.nrtstreams.sql.function;

import org.jspecify.annotations.NullMarked;
