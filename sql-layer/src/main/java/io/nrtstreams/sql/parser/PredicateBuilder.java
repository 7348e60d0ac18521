package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.ComparisonOperator;
import io.nrtstreams.sql.tree.Position;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** What is said of one operand. */
final class PredicateBuilder extends SqlGrammarBaseVisitor<Expression> {

    private final ExpressionBuilder expressions;
    private final Position position;
    private final Expression operand;

    PredicateBuilder(ExpressionBuilder expressions, Position position, Expression operand) {
        this.expressions = expressions;
        this.position = position;
        this.operand = operand;
    }

    Expression predicate(SqlGrammarParser.PredicateContext context) {
        return context.accept(this);
    }

    @Override
    public Expression visitCompared(SqlGrammarParser.ComparedContext context) {
        return new Expression.Comparison(
                position, operator(context.comparison()), operand, expressions.expression(context.right));
    }

    private static ComparisonOperator operator(SqlGrammarParser.ComparisonContext context) {
        return switch (context.getStart().getType()) {
            case SqlGrammarLexer.EQUAL -> ComparisonOperator.EQUAL;
            case SqlGrammarLexer.NOT_EQUAL -> ComparisonOperator.NOT_EQUAL;
            case SqlGrammarLexer.LESS -> ComparisonOperator.LESS;
            case SqlGrammarLexer.LESS_OR_EQUAL -> ComparisonOperator.LESS_OR_EQUAL;
            case SqlGrammarLexer.GREATER -> ComparisonOperator.GREATER;
            case SqlGrammarLexer.GREATER_OR_EQUAL -> ComparisonOperator.GREATER_OR_EQUAL;
            default ->
                context.NOT() == null ? ComparisonOperator.IS_DISTINCT_FROM : ComparisonOperator.IS_NOT_DISTINCT_FROM;
        };
    }

    @Override
    public Expression visitIsNull(SqlGrammarParser.IsNullContext context) {
        return new Expression.IsNull(position, operand, context.NOT() != null);
    }

    @Override
    public Expression visitBetween(SqlGrammarParser.BetweenContext context) {
        return new Expression.Between(
                position,
                operand,
                expressions.expression(context.low),
                expressions.expression(context.high),
                context.NOT() != null);
    }

    @Override
    public Expression visitIn(SqlGrammarParser.InContext context) {
        return new Expression.In(
                position, operand, expressions.expressions(context.expression()), context.NOT() != null);
    }

    @Override
    public Expression visitLike(SqlGrammarParser.LikeContext context) {
        return new Expression.Like(
                position,
                operand,
                expressions.expression(context.pattern),
                escape(context.escape),
                context.NOT() != null);
    }

    private static Optional<Character> escape(@Nullable Token token) {
        if (token == null) {
            return Optional.empty();
        }
        String text = Names.string(token);
        if (text.length() != 1) {
            throw new SqlException(Names.position(token), "ESCAPE takes a single character.");
        }
        return Optional.of(text.charAt(0));
    }
}
