package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.ArithmeticOperator;
import io.nrtstreams.sql.tree.Expression.ComparisonOperator;
import io.nrtstreams.sql.tree.Expression.LogicalOperator;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.TypeName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Any expressions and types of the tree that mean something to the formatter. */
final class RandomExpressions {

    private static final List<String> NAMES = List.of(
            "METER",
            "KWH",
            "ID",
            "DAY",
            "DAYS",
            "WINDOW",
            "SELECT",
            "END",
            "ARRAY",
            "lower",
            "Mixed",
            "with blank",
            "a`b",
            "\"",
            "1ST",
            "_X@2",
            "Ünit",
            "${x}",
            "--",
            "'");
    private static final Position NONE = Position.NONE;

    private final Random random;

    RandomExpressions(Random random) {
        this.random = random;
    }

    String name() {
        return oneOf(NAMES);
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    <T> List<T> some(int least, Supplier<T> value) {
        List<T> values = new ArrayList<>();
        int size = least + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            values.add(value.get());
        }
        return values;
    }

    boolean coin() {
        return random.nextBoolean();
    }

    Expression expression(int depth) {
        return switch (depth <= 0 ? random.nextInt(2) : random.nextInt(21)) {
            case 0 -> literal();
            case 1 -> new Expression.ColumnReference(NONE, maybe(this::name), name());
            case 2 -> new Expression.Dereference(NONE, expression(depth - 1), name());
            case 3 -> new Expression.Subscript(NONE, expression(depth - 1), expression(depth - 1));
            case 4 ->
                new Expression.FunctionCall(
                        NONE,
                        oneOf(List.of("UCASE", "COUNT", "LEFT", "a b".toUpperCase())),
                        some(0, () -> argument(depth)));
            case 5 ->
                new Expression.FunctionCall(
                        NONE,
                        "DATEADD",
                        List.of(new Expression.TimeUnit(NONE, ChronoUnit.WEEKS), expression(depth - 1)));
            case 6, 7, 8 ->
                new Expression.Arithmetic(
                        NONE,
                        oneOf(List.of(ArithmeticOperator.values())),
                        expression(depth - 1),
                        expression(depth - 1));
            case 9 -> new Expression.Negation(NONE, expression(depth - 1));
            case 10, 11 ->
                new Expression.Comparison(
                        NONE,
                        oneOf(List.of(ComparisonOperator.values())),
                        expression(depth - 1),
                        expression(depth - 1));
            case 12, 13 ->
                new Expression.Logical(
                        NONE, oneOf(List.of(LogicalOperator.values())), expression(depth - 1), expression(depth - 1));
            case 14 -> new Expression.Not(NONE, expression(depth - 1));
            default -> more(depth);
        };
    }

    private Expression more(int depth) {
        Supplier<Expression> part = () -> expression(depth - 1);
        return switch (random.nextInt(9)) {
            case 0 -> new Expression.IsNull(NONE, part.get(), coin());
            case 1 -> new Expression.Between(NONE, part.get(), part.get(), part.get(), coin());
            case 2 -> new Expression.In(NONE, part.get(), some(1, part), coin());
            case 3 -> new Expression.Like(NONE, part.get(), part.get(), maybe(() -> oneOf(List.of('!', '\''))), coin());
            case 4 ->
                new Expression.Case(
                        NONE, maybe(part), some(1, () -> new Expression.When(part.get(), part.get())), maybe(part));
            case 5 -> new Expression.Cast(NONE, part.get(), type(2));
            case 6 -> new Expression.ArrayConstructor(NONE, some(0, part));
            case 7 -> new Expression.MapConstructor(NONE, some(0, () -> new Expression.Entry(part.get(), part.get())));
            default ->
                new Expression.StructConstructor(NONE, some(0, () -> new Expression.FieldValue(name(), part.get())));
        };
    }

    private Expression argument(int depth) {
        return random.nextInt(4) == 0
                ? new Expression.Lambda(NONE, some(1, this::name), expression(depth - 1))
                : expression(depth - 1);
    }

    Expression.Literal literal() {
        Object value = switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> coin();
            case 2 -> random.nextInt();
            case 3 -> random.nextLong();
            case 4 -> (long) random.nextInt();
            case 5 -> new BigDecimal(new BigInteger(100, random).negate(), random.nextInt(60) - 20);
            case 6 -> Double.longBitsToDouble(random.nextLong());
            case 7 -> oneOf(List.of("", "it's", "\n\0", "${x}", "--", "日本"));
            case 8 -> LocalDate.ofEpochDay(random.nextInt());
            case 9 -> LocalTime.ofNanoOfDay(random.nextInt(86_400) * 1_000_000_000L);
            case 10 -> Instant.ofEpochMilli(random.nextLong() >> 12);
            default -> ByteBuffer.wrap(new byte[random.nextInt(4)]);
        };
        return new Expression.Literal(NONE, value);
    }

    TypeName type(int depth) {
        return switch (depth <= 0 ? random.nextInt(2) : random.nextInt(5)) {
            case 0 -> new TypeName.Named(NONE, oneOf(List.of("INT", "BIGINT", "DATE", "TIME", "Alias", "MAP", "END")));
            case 1 -> new TypeName.Decimal(NONE, 1 + random.nextInt(38), random.nextInt(38));
            case 2 -> new TypeName.Array(NONE, type(depth - 1));
            case 3 -> new TypeName.Map(NONE, type(depth - 1), type(depth - 1));
            default -> new TypeName.Struct(NONE, some(0, () -> new TypeName.Field(name(), type(depth - 1))));
        };
    }
}
