package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.tree.Expression;
import java.util.List;
import java.util.Locale;

/** Expressions as text, with brackets only where the text would be read otherwise without them. */
final class ExpressionFormat {

    private final StringBuilder out;

    ExpressionFormat(StringBuilder out) {
        this.out = out;
    }

    void write(Expression expression) {
        if (expression instanceof Expression.Logical logical) {
            binary(logical.left(), logical.operator().name(), logical.right(), Precedence.of(logical));
        } else if (expression instanceof Expression.Arithmetic arithmetic) {
            binary(arithmetic.left(), arithmetic.operator().symbol(), arithmetic.right(), Precedence.of(arithmetic));
        } else if (expression instanceof Expression.Not not) {
            out.append("NOT ");
            operand(not.operand(), Precedence.NOT);
        } else if (expression instanceof Expression.Negation negation) {
            negation(negation);
        } else if (Precedence.of(expression) == Precedence.PREDICATE) {
            predicate(expression);
        } else {
            primary(expression);
        }
    }

    /** An operand of something that binds so tightly; in brackets where it binds less itself. */
    private void operand(Expression expression, Precedence least) {
        bracketed(expression, Precedence.of(expression).compareTo(least) < 0);
    }

    /** Operators are read from the left, so that the right operand needs brackets when it binds no tighter. */
    private void binary(Expression left, String operator, Expression right, Precedence precedence) {
        operand(left, precedence);
        out.append(' ').append(operator).append(' ');
        bracketed(right, Precedence.of(right).compareTo(precedence) <= 0);
    }

    private void bracketed(Expression expression, boolean needed) {
        out.append(needed ? "(" : "");
        write(expression);
        out.append(needed ? ")" : "");
    }

    /** Without brackets, a minus before a number would be the number's own. */
    private void negation(Expression.Negation negation) {
        Expression operand = negation.operand();
        boolean number = operand instanceof Expression.Literal literal && literal.value() instanceof Number;
        out.append(operand instanceof Expression.Negation ? "- " : "-");
        bracketed(operand, number || Precedence.of(operand).compareTo(Precedence.SIGN) < 0);
    }

    private void predicate(Expression expression) {
        if (expression instanceof Expression.Comparison comparison) {
            value(comparison.left());
            out.append(' ').append(comparison.operator().symbol()).append(' ');
            value(comparison.right());
        } else if (expression instanceof Expression.IsNull isNull) {
            value(isNull.operand());
            out.append(isNull.negated() ? " IS NOT NULL" : " IS NULL");
        } else if (expression instanceof Expression.Between between) {
            value(between.operand());
            out.append(between.negated() ? " NOT BETWEEN " : " BETWEEN ");
            value(between.low());
            out.append(" AND ");
            value(between.high());
        } else if (expression instanceof Expression.In in) {
            value(in.operand());
            out.append(in.negated() ? " NOT IN (" : " IN (");
            list(in.values());
            out.append(')');
        } else {
            like((Expression.Like) expression);
        }
    }

    private void like(Expression.Like like) {
        value(like.operand());
        out.append(like.negated() ? " NOT LIKE " : " LIKE ");
        value(like.pattern());
        like.escape().ifPresent(escape -> out.append(" ESCAPE ").append(NameFormat.string(String.valueOf(escape))));
    }

    private void value(Expression expression) {
        operand(expression, Precedence.SUM);
    }

    private void primary(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            out.append(LiteralFormat.literal(literal));
        } else if (expression instanceof Expression.ColumnReference column) {
            column.source()
                    .ifPresent(source -> out.append(NameFormat.name(source)).append('.'));
            out.append(NameFormat.name(column.name()));
        } else if (expression instanceof Expression.Dereference dereference) {
            operand(dereference.base(), Precedence.PRIMARY);
            out.append("->").append(NameFormat.name(dereference.field()));
        } else if (expression instanceof Expression.Subscript subscript) {
            operand(subscript.base(), Precedence.PRIMARY);
            out.append('[');
            write(subscript.index());
            out.append(']');
        } else if (expression instanceof Expression.FunctionCall call) {
            call(call);
        } else if (expression instanceof Expression.Lambda lambda) {
            out.append('(').append(NameFormat.names(lambda.parameters())).append(") => ");
            write(lambda.body());
        } else if (expression instanceof Expression.TimeUnit unit) {
            out.append(TimeUnits.word(unit.unit()));
        } else if (expression instanceof Expression.Case cases) {
            cases(cases);
        } else {
            constructor(expression);
        }
    }

    private void call(Expression.FunctionCall call) {
        out.append(NameFormat.name(call.name())).append('(');
        if (call.arguments().isEmpty() && call.name().toUpperCase(Locale.ROOT).equals("COUNT")) {
            out.append('*');
        }
        list(call.arguments());
        out.append(')');
    }

    private void cases(Expression.Case cases) {
        out.append("CASE");
        cases.operand().ifPresent(operand -> {
            out.append(' ');
            write(operand);
        });
        for (Expression.When when : cases.whens()) {
            out.append(" WHEN ");
            write(when.condition());
            out.append(" THEN ");
            write(when.result());
        }
        cases.otherwise().ifPresent(otherwise -> {
            out.append(" ELSE ");
            write(otherwise);
        });
        out.append(" END");
    }

    private void constructor(Expression expression) {
        if (expression instanceof Expression.Cast cast) {
            out.append("CAST(");
            write(cast.operand());
            out.append(" AS ").append(TypeFormat.type(cast.type())).append(')');
        } else if (expression instanceof Expression.ArrayConstructor array) {
            out.append("ARRAY[");
            list(array.elements());
            out.append(']');
        } else if (expression instanceof Expression.MapConstructor map) {
            out.append("MAP(");
            Separator comma = new Separator(out);
            for (Expression.Entry entry : map.entries()) {
                comma.next();
                write(entry.key());
                out.append(" := ");
                write(entry.value());
            }
            out.append(')');
        } else {
            out.append("STRUCT(");
            Separator comma = new Separator(out);
            for (Expression.FieldValue field : ((Expression.StructConstructor) expression).fields()) {
                comma.next();
                out.append(NameFormat.name(field.name())).append(" := ");
                write(field.value());
            }
            out.append(')');
        }
    }

    void list(List<Expression> expressions) {
        Separator comma = new Separator(out);
        for (Expression expression : expressions) {
            comma.next();
            write(expression);
        }
    }
}
