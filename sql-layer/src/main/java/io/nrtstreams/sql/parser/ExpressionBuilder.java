package io.nrtstreams.sql.parser;

import static io.nrtstreams.sql.parser.Names.name;
import static io.nrtstreams.sql.parser.Names.position;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.parser.SqlGrammarParser.ExpressionContext;
import io.nrtstreams.sql.parser.SqlGrammarParser.ValueExpressionContext;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.ArithmeticOperator;
import io.nrtstreams.sql.tree.Expression.LogicalOperator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Expressions of the tree from what was parsed. */
final class ExpressionBuilder extends SqlGrammarBaseVisitor<Expression> {

    private final Nesting nesting;
    private final TypeBuilder types;

    ExpressionBuilder(Nesting nesting) {
        this.nesting = nesting;
        types = new TypeBuilder(nesting);
    }

    Expression expression(ExpressionContext context) {
        return expression(context, Nesting.ENCLOSED);
    }

    Expression expression(ValueExpressionContext context) {
        return expression(context, Nesting.CHAINED);
    }

    private Expression expression(ParserRuleContext context, int cost) {
        nesting.enter(context.getStart(), cost);
        Expression expression = context.accept(this);
        nesting.leave(cost);
        return expression;
    }

    List<Expression> expressions(List<ExpressionContext> contexts) {
        List<Expression> expressions = new ArrayList<>(contexts.size());
        for (ExpressionContext context : contexts) {
            expressions.add(expression(context));
        }
        return expressions;
    }

    private Optional<Expression> optional(@Nullable ExpressionContext context) {
        return context == null ? Optional.empty() : Optional.of(expression(context));
    }

    @Override
    public Expression visitPredicated(SqlGrammarParser.PredicatedContext context) {
        Expression operand = context.valueExpression().accept(this);
        return context.predicate() == null
                ? operand
                : new PredicateBuilder(this, position(context), operand).predicate(context.predicate());
    }

    @Override
    public Expression visitNot(SqlGrammarParser.NotContext context) {
        return new Expression.Not(position(context), expression(context.expression()));
    }

    @Override
    public Expression visitAnd(SqlGrammarParser.AndContext context) {
        List<ExpressionContext> operands = new ArrayList<>();
        ExpressionContext rest = context;
        while (rest instanceof SqlGrammarParser.AndContext and) {
            operands.add(and.right);
            rest = and.left;
        }
        operands.add(rest);
        return LogicalChain.of(LogicalOperator.AND, reversed(operands));
    }

    @Override
    public Expression visitOr(SqlGrammarParser.OrContext context) {
        List<ExpressionContext> operands = new ArrayList<>();
        ExpressionContext rest = context;
        while (rest instanceof SqlGrammarParser.OrContext or) {
            operands.add(or.right);
            rest = or.left;
        }
        operands.add(rest);
        return LogicalChain.of(LogicalOperator.OR, reversed(operands));
    }

    private List<Expression> reversed(List<ExpressionContext> contexts) {
        Collections.reverse(contexts);
        return expressions(contexts);
    }

    @Override
    public Expression visitOperand(SqlGrammarParser.OperandContext context) {
        return context.primary().accept(this);
    }

    @Override
    public Expression visitSubscript(SqlGrammarParser.SubscriptContext context) {
        return new Expression.Subscript(position(context), expression(context.base), expression(context.index));
    }

    @Override
    public Expression visitDereference(SqlGrammarParser.DereferenceContext context) {
        return new Expression.Dereference(position(context), expression(context.base), name(context.field));
    }

    /** A sign before a number is part of the number, so that the smallest INTEGER and BIGINT can be written. */
    @Override
    public Expression visitSigned(SqlGrammarParser.SignedContext context) {
        ValueExpressionContext operand = context.valueExpression();
        if (context.sign.getType() == SqlGrammarLexer.PLUS) {
            return expression(operand);
        }
        if (operand.getStart() == operand.getStop() && isNumber(operand.getStart())) {
            return new Expression.Literal(position(context), Literals.number(operand.getStart(), "-"));
        }
        return new Expression.Negation(position(context), expression(operand));
    }

    private static boolean isNumber(Token token) {
        return switch (token.getType()) {
            case SqlGrammarLexer.INTEGER, SqlGrammarLexer.DECIMAL_NUMBER, SqlGrammarLexer.DOUBLE_NUMBER -> true;
            default -> false;
        };
    }

    @Override
    public Expression visitArithmetic(SqlGrammarParser.ArithmeticContext context) {
        Expression left = expression(context.left);
        Expression right = expression(context.right);
        return switch (context.operator.getType()) {
            case SqlGrammarLexer.STAR -> arithmetic(ArithmeticOperator.MULTIPLY, left, right);
            case SqlGrammarLexer.SLASH -> arithmetic(ArithmeticOperator.DIVIDE, left, right);
            case SqlGrammarLexer.PERCENT -> arithmetic(ArithmeticOperator.MODULO, left, right);
            case SqlGrammarLexer.PLUS -> arithmetic(ArithmeticOperator.ADD, left, right);
            case SqlGrammarLexer.MINUS -> arithmetic(ArithmeticOperator.SUBTRACT, left, right);
            default -> new Expression.FunctionCall(left.position(), "CONCAT", List.of(left, right));
        };
    }

    private static Expression arithmetic(ArithmeticOperator operator, Expression left, Expression right) {
        return new Expression.Arithmetic(left.position(), operator, left, right);
    }

    @Override
    public Expression visitLiteralValue(SqlGrammarParser.LiteralValueContext context) {
        return Literals.literal(context.literal());
    }

    @Override
    public Expression visitBracketed(SqlGrammarParser.BracketedContext context) {
        return expression(context.expression());
    }

    @Override
    public Expression visitColumnReference(SqlGrammarParser.ColumnReferenceContext context) {
        return new Expression.ColumnReference(position(context), Optional.empty(), name(context.identifier()));
    }

    @Override
    public Expression visitColumnOf(SqlGrammarParser.ColumnOfContext context) {
        return new Expression.ColumnReference(position(context), Optional.of(name(context.source)), name(context.name));
    }

    @Override
    public Expression visitCast(SqlGrammarParser.CastContext context) {
        return new Expression.Cast(position(context), expression(context.expression()), types.type(context.type()));
    }

    @Override
    public Expression visitCase(SqlGrammarParser.CaseContext context) {
        Optional<Expression> subject = optional(context.subject);
        List<Expression.When> whens = new ArrayList<>();
        for (SqlGrammarParser.WhenContext when : context.when()) {
            whens.add(new Expression.When(expression(when.condition), expression(when.result)));
        }
        return new Expression.Case(position(context), subject, whens, optional(context.otherwise));
    }

    @Override
    public Expression visitArray(SqlGrammarParser.ArrayContext context) {
        return new Expression.ArrayConstructor(position(context), expressions(context.expression()));
    }

    @Override
    public Expression visitMap(SqlGrammarParser.MapContext context) {
        List<Expression.Entry> entries = new ArrayList<>();
        for (SqlGrammarParser.EntryContext entry : context.entry()) {
            entries.add(new Expression.Entry(expression(entry.key), expression(entry.content)));
        }
        return new Expression.MapConstructor(position(context), entries);
    }

    @Override
    public Expression visitStruct(SqlGrammarParser.StructContext context) {
        List<Expression.FieldValue> fields = new ArrayList<>();
        for (SqlGrammarParser.FieldValueContext field : context.fieldValue()) {
            fields.add(new Expression.FieldValue(name(field.name), expression(field.expression())));
        }
        return new Expression.StructConstructor(position(context), fields);
    }

    @Override
    public Expression visitCountAll(SqlGrammarParser.CountAllContext context) {
        String function = name(context.functionName());
        if (!function.equals("COUNT")) {
            throw new SqlException(
                    position(context), "Only COUNT takes *; " + function + " needs the columns it is to work on.");
        }
        return new Expression.FunctionCall(position(context), function, List.of());
    }

    /** Functions are found whatever the case of their name, quoted or not. */
    @Override
    public Expression visitCall(SqlGrammarParser.CallContext context) {
        String function = name(context.functionName()).toUpperCase(Locale.ROOT);
        List<Expression> arguments = new ArrayList<>(context.argument().size());
        for (SqlGrammarParser.ArgumentContext argument : context.argument()) {
            boolean mayBeUnit = arguments.isEmpty() && TimeUnits.isTakenBy(function);
            arguments.add(mayBeUnit ? unitOr(argument) : argument.accept(this));
        }
        return new Expression.FunctionCall(position(context), function, arguments);
    }

    private Expression unitOr(SqlGrammarParser.ArgumentContext argument) {
        Token only = argument.getStart();
        Expression expression = argument.accept(this);
        return only == argument.getStop()
                ? TimeUnits.unit(only.getText())
                        .<Expression>map(unit -> new Expression.TimeUnit(position(only), unit))
                        .orElse(expression)
                : expression;
    }

    @Override
    public Expression visitPlainArgument(SqlGrammarParser.PlainArgumentContext context) {
        return expression(context.expression());
    }

    @Override
    public Expression visitLambda(SqlGrammarParser.LambdaContext context) {
        return new Expression.Lambda(
                position(context),
                context.identifier().stream().map(Names::name).toList(),
                expression(context.expression()));
    }
}
