package io.nrtstreams.sql.tree;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An expression. Immutable; equal expressions mean the same, wherever they stand. */
public sealed interface Expression {

    Position position();

    /**
     * A constant.
     *
     * @param value null, {@link Boolean}, {@link Integer}, {@link Long} (an integer literal that fits no INTEGER),
     *     {@link java.math.BigDecimal} ({@code 1.5}), {@link Double} ({@code 1.5E0}), {@link String}; the analyser also
     *     makes constants of {@link java.time.LocalDate}, {@link java.time.LocalTime}, {@link java.time.Instant} and
     *     {@link java.nio.ByteBuffer}
     */
    record Literal(Position position, @Nullable Object value) implements Expression {}

    /**
     * A column, or a variable of an enclosing lambda.
     *
     * @param source the alias or name before the dot
     */
    record ColumnReference(Position position, Optional<String> source, String name) implements Expression {}

    /** {@code base->field}. */
    record Dereference(Position position, Expression base, String field) implements Expression {}

    /** {@code base[index]}. */
    record Subscript(Position position, Expression base, Expression index) implements Expression {}

    /** A call; {@code COUNT(*)} has no arguments. */
    record FunctionCall(Position position, String name, List<Expression> arguments) implements Expression {
        public FunctionCall {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code x => body} or {@code (x, y) => body}. */
    record Lambda(Position position, List<String> parameters, Expression body) implements Expression {
        public Lambda {
            parameters = List.copyOf(parameters);
        }
    }

    /** A unit of time as an argument: the DAYS of {@code TIMESTAMPADD(DAYS, 2, t)}. */
    record TimeUnit(Position position, ChronoUnit unit) implements Expression {}

    record Arithmetic(Position position, ArithmeticOperator operator, Expression left, Expression right)
            implements Expression {}

    /** {@code -operand}. */
    record Negation(Position position, Expression operand) implements Expression {}

    record Comparison(Position position, ComparisonOperator operator, Expression left, Expression right)
            implements Expression {}

    record Logical(Position position, LogicalOperator operator, Expression left, Expression right)
            implements Expression {}

    record Not(Position position, Expression operand) implements Expression {}

    record IsNull(Position position, Expression operand, boolean negated) implements Expression {}

    record Between(Position position, Expression operand, Expression low, Expression high, boolean negated)
            implements Expression {}

    record In(Position position, Expression operand, List<Expression> values, boolean negated) implements Expression {
        public In {
            values = List.copyOf(values);
        }
    }

    record Like(Position position, Expression operand, Expression pattern, Optional<Character> escape, boolean negated)
            implements Expression {}

    /**
     * A CASE.
     *
     * @param operand what the conditions are compared with, in the simple form
     * @param otherwise what ELSE gives; absent means null
     */
    record Case(Position position, Optional<Expression> operand, List<When> whens, Optional<Expression> otherwise)
            implements Expression {
        public Case {
            whens = List.copyOf(whens);
        }
    }

    record When(Expression condition, Expression result) {}

    record Cast(Position position, Expression operand, TypeName type) implements Expression {}

    /** {@code ARRAY[a, b]}. */
    record ArrayConstructor(Position position, List<Expression> elements) implements Expression {
        public ArrayConstructor {
            elements = List.copyOf(elements);
        }
    }

    /** {@code MAP('a' := 1)}. */
    record MapConstructor(Position position, List<Entry> entries) implements Expression {
        public MapConstructor {
            entries = List.copyOf(entries);
        }
    }

    record Entry(Expression key, Expression value) {}

    /** {@code STRUCT(a := 1)}. */
    record StructConstructor(Position position, List<FieldValue> fields) implements Expression {
        public StructConstructor {
            fields = List.copyOf(fields);
        }
    }

    record FieldValue(String name, Expression value) {}

    enum ArithmeticOperator {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        MODULO("%");

        private final String symbol;

        ArithmeticOperator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    enum ComparisonOperator {
        EQUAL("="),
        NOT_EQUAL("<>"),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        IS_DISTINCT_FROM("IS DISTINCT FROM"),
        IS_NOT_DISTINCT_FROM("IS NOT DISTINCT FROM");

        private final String symbol;

        ComparisonOperator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    enum LogicalOperator {
        AND,
        OR
    }
}
