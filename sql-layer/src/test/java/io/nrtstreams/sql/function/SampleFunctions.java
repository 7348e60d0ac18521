package io.nrtstreams.sql.function;

import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Functions that show each way to write one. */
public final class SampleFunctions {

    private SampleFunctions() {}

    public static List<Class<?>> all() {
        return List.of(
                Twice.class,
                Biggest.class,
                Shout.class,
                Join.class,
                FirstOf.class,
                Contains.class,
                Convert.class,
                Fold.class,
                Halve.class,
                Boxed.class,
                Later.class,
                Between.class,
                Counter.class,
                Fails.class,
                Largest.class,
                Total.class,
                CountAll.class,
                Newest.class,
                Weighted.class,
                Spread.class,
                Items.class,
                Describe.class);
    }

    @ScalarFunction(name = "TWICE", aliases = "DOUBLED", category = "MATH", description = "Doubles a number.")
    static final class Twice {
        private Twice() {}

        @Signature
        static int twice(@Parameter(name = "number", description = "what to double") int number) {
            return 2 * number;
        }

        @Signature
        static long twice(long number) {
            return 2 * number;
        }

        @Signature
        static double twice(double number) {
            return 2 * number;
        }
    }

    @ScalarFunction(name = "BIGGEST", description = "The biggest number.")
    static final class Biggest {
        private Biggest() {}

        @Signature
        static @Nullable Long biggest(@Nullable Long... numbers) {
            return Arrays.stream(numbers)
                    .filter(Objects::nonNull)
                    .max(Long::compare)
                    .orElse(null);
        }

        @Signature
        static @Nullable Double biggest(@Nullable Double... numbers) {
            return Arrays.stream(numbers)
                    .filter(Objects::nonNull)
                    .max(Double::compare)
                    .orElse(null);
        }
    }

    @ScalarFunction(
            name = "SHOUT",
            category = "STRING",
            description = "Upper case, loudly.",
            examples = "SHOUT('a') -> 'A!'")
    static final class Shout {
        @Signature
        @Nullable String shout(@Nullable String text) {
            return text == null ? null : text.toUpperCase(java.util.Locale.ROOT) + "!";
        }
    }

    @ScalarFunction(name = "JOIN_TEXTS", description = "Joins texts.")
    static final class Join {
        private Join() {}

        @Signature
        static String join(String separator, String... texts) {
            return String.join(separator, texts);
        }
    }

    @ScalarFunction(name = "FIRST_OF", description = "The first that is not null.")
    static final class FirstOf {
        private FirstOf() {}

        @Signature
        @SafeVarargs
        static <T extends @Nullable Object> T firstOf(T first, T... others) {
            T found = first;
            for (int i = 0; found == null && i < others.length; i++) {
                found = others[i];
            }
            return found;
        }
    }

    @ScalarFunction(name = "HAS", description = "Whether an array holds an element.")
    static final class Contains {
        private Contains() {}

        @Signature
        static <T> boolean has(List<T> array, T element) {
            return array.contains(element);
        }
    }

    @ScalarFunction(name = "CONVERT_EACH", description = "Converts the elements of an array or the values of a map.")
    static final class Convert {
        private Convert() {}

        @Signature
        static <T, R> List<R> each(List<T> array, Function<T, R> convert) {
            List<R> converted = new ArrayList<>();
            array.forEach(element -> converted.add(convert.apply(element)));
            return converted;
        }

        @Signature
        static <K, V, R> Map<K, R> each(Map<K, V> map, BiFunction<K, V, R> convert) {
            Map<K, R> converted = new LinkedHashMap<>();
            map.forEach((key, value) -> converted.put(key, convert.apply(key, value)));
            return converted;
        }
    }

    @ScalarFunction(name = "FOLD", description = "Folds an array.")
    static final class Fold {
        private Fold() {}

        @Signature
        static <T, S extends @Nullable Object> S fold(List<T> array, S start, BiFunction<S, T, S> fold) {
            S state = start;
            for (T element : array) {
                state = fold.apply(state, element);
            }
            return state;
        }
    }

    @ScalarFunction(name = "HALVE", description = "Half of a decimal, with a digit more.")
    static final class Halve {
        private Halve() {}

        @Signature(returnsBy = "oneDigitMore")
        static @Nullable BigDecimal halve(@Nullable BigDecimal number, CallTypes types) {
            int scale = ((SqlType.Decimal) types.result()).scale();
            return number == null ? null : number.divide(BigDecimal.valueOf(2), scale, RoundingMode.HALF_UP);
        }

        private static SqlType oneDigitMore(List<SqlType> arguments) {
            SqlType.Decimal given = (SqlType.Decimal) arguments.get(0);
            return new SqlType.Decimal(given.precision() + 1, given.scale() + 1);
        }
    }

    @ScalarFunction(name = "BOXED", description = "A text in a struct.")
    static final class Boxed {
        private static final SqlType.Struct TYPE = (SqlType.Struct) TypeText.parse("STRUCT<CONTENT STRING>");

        private Boxed() {}

        @Signature(returns = "STRUCT<CONTENT STRING>")
        static StructValue boxed(@Nullable String text) {
            return new StructValue(TYPE, text);
        }

        @Signature
        static @Nullable String boxed(
                @Parameter(name = "box", type = "STRUCT<CONTENT STRING>") @Nullable StructValue box) {
            return box == null ? null : (String) box.get(0);
        }
    }

    @ScalarFunction(name = "LATER", aliases = "DATEADD", description = "A later day.")
    static final class Later {
        private Later() {}

        @Signature
        static @Nullable LocalDate later(ChronoUnit unit, int count, @Nullable LocalDate day) {
            return day == null ? null : day.plus(count, unit);
        }
    }

    @ScalarFunction(name = "BETWEEN_TEXTS", description = "Several numbers between two texts.")
    static final class Between {
        private Between() {}

        @Signature
        static String between(String before, Variadic<@Nullable Long> numbers, String after) {
            return before + numbers.values() + after;
        }
    }

    @ScalarFunction(
            name = "CALLS",
            description = "How often this call was made; each place in a query counts for itself.")
    static final class Counter {
        private int calls;

        @Signature
        int calls() {
            return ++calls;
        }
    }

    @ScalarFunction(name = "FAILS", description = "Throws what it is told.")
    static final class Fails {
        private Fails() {}

        @Signature
        static int fails(boolean checked) throws Exception {
            throw checked ? new Exception("checked") : new UnsupportedOperationException("unchecked");
        }
    }

    @AggregateFunction(name = "LARGEST", description = "The largest value.")
    static final class Largest {
        private Largest() {}

        @Signature
        @Input(name = "value", description = "what to compare")
        static <T extends Comparable<T>> Aggregator<@Nullable T, @Nullable T, @Nullable T> largest() {
            return new Aggregator<>() {
                @Override
                public @Nullable T initial() {
                    return null;
                }

                @Override
                public @Nullable T add(@Nullable T state, @Nullable T input) {
                    return merge(state, input);
                }

                @Override
                public @Nullable T merge(@Nullable T earlier, @Nullable T later) {
                    if (earlier == null || later == null) {
                        return earlier == null ? later : earlier;
                    }
                    return earlier.compareTo(later) >= 0 ? earlier : later;
                }

                @Override
                public @Nullable T result(@Nullable T state) {
                    return state;
                }
            };
        }
    }

    @AggregateFunction(name = "TOTAL", description = "A sum.")
    static final class Total {
        private Total() {}

        @Signature
        static UndoableAggregator<@Nullable Double, Double, Double> total() {
            return Sums.of();
        }
    }

    @AggregateFunction(name = "COUNT_ALL", description = "How many rows.")
    static final class CountAll {
        private CountAll() {}

        @Signature
        static UndoableAggregator<Void, Long, Long> rows() {
            return new UndoableAggregator<>() {
                @Override
                public Long initial() {
                    return 0L;
                }

                @Override
                public Long add(Long state, Void input) {
                    return state + 1;
                }

                @Override
                public Long undo(Long state, Void input) {
                    return state - 1;
                }

                @Override
                public Long merge(Long earlier, Long later) {
                    return earlier + later;
                }

                @Override
                public Long result(Long state) {
                    return state;
                }
            };
        }
    }

    @AggregateFunction(name = "NEWEST", description = "The newest values.")
    static final class Newest {
        private Newest() {}

        @Signature
        static <T> Aggregator<@Nullable T, List<@Nullable T>, List<@Nullable T>> newest(int count) {
            if (count < 1) {
                throw new IllegalArgumentException("the count must be at least 1");
            }
            return new LastValues<>(count);
        }
    }

    @AggregateFunction(name = "WEIGHTED", description = "A sum of products.")
    static final class Weighted {
        private Weighted() {}

        @Signature
        static Aggregator<Pair<@Nullable Double, @Nullable Double>, Double, Double> weighted() {
            return Sums.of(pair -> pair.first() == null || pair.second() == null ? 0 : pair.first() * pair.second());
        }
    }

    @AggregateFunction(name = "SPREAD", description = "Counts texts, between a number and a factor.")
    static final class Spread {
        private Spread() {}

        @Signature
        static Aggregator<Pair<@Nullable Long, Variadic<@Nullable String>>, Double, Double> spread(int factor) {
            return Sums.of(pair -> factor * (double) pair.second().values().size());
        }
    }

    @TableFunction(name = "ITEMS", description = "A row for each element.")
    static final class Items {
        private Items() {}

        @Signature
        static <T> @Nullable List<T> items(@Nullable List<T> array) {
            return array;
        }
    }

    @ScalarFunction(name = "TYPE_NAMES", description = "The types of its arguments.")
    static final class Describe {
        private Describe() {}

        @Signature
        static String names(CallTypes types, @Nullable Object... arguments) {
            return types.arguments().toString();
        }
    }
}
