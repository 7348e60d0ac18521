package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.conversion.Coercion;
import io.nrtstreams.sql.conversion.Conversion;
import io.nrtstreams.sql.conversion.LiteralCoercion;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Expressions that must be of one type: the elements of an array, the results of a CASE, what IN compares. What is neither
 * constant nor a constructor decides the type; constants follow it, so that texts may spell numbers and dates.
 */
final class Members {

    private final Compilation compilation;
    private final Variables variables;
    private final String what;
    private final List<Expression> expressions;
    private final List<Compiled> compiled = new ArrayList<>();
    private @Nullable SqlType common;

    private Members(Compilation compilation, Variables variables, String what, List<Expression> expressions) {
        this.compilation = compilation;
        this.variables = variables;
        this.what = what;
        this.expressions = expressions;
        expressions.forEach(expression -> compiled.add(compilation.compile(expression, variables)));
    }

    /**
     * The members of one type.
     *
     * @param what they are, for messages
     * @return empty when all of them are the untyped NULL
     * @throws SqlException when there is no such type
     */
    static Optional<Members> unify(
            Compilation compilation, Variables variables, String what, List<Expression> expressions) {
        Members members = new Members(compilation, variables, what, expressions);
        members.decideType();
        return members.common == null ? Optional.empty() : Optional.of(members);
    }

    SqlType type() {
        SqlType type = common;
        if (type == null) {
            throw new IllegalStateException("the type is not decided");
        }
        return type;
    }

    /** The members, converted. */
    List<Compiled> converted() {
        List<Compiled> converted = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            converted.add(convert(expressions.get(i), compiled.get(i), type()));
        }
        return converted;
    }

    private void decideType() {
        widen(expression -> !Literals.isConstant(expression) && !isConstructor(expression), true);
        widen(Members::isConstructor, false);
        widen(expression -> Literals.isConstant(expression) && !isText(expression), false);
        for (Expression expression : expressions) {
            if (isText(expression)) {
                widenByText(expression);
            }
        }
    }

    private void widen(Predicate<Expression> which, boolean strictly) {
        for (int i = 0; i < expressions.size(); i++) {
            Optional<SqlType> type = compiled.get(i).type();
            if (type.isEmpty() || !which.test(expressions.get(i))) {
                continue;
            }
            SqlType before = common;
            Optional<SqlType> wider = before == null ? type : wider(before, type.get());
            if (wider.isEmpty() && strictly) {
                throw differs(expressions.get(i), type.get(), type());
            }
            common = wider.orElse(before);
        }
    }

    private static Optional<SqlType> wider(SqlType before, SqlType type) {
        Optional<SqlType> wider = Coercion.common(before, type);
        boolean textsAsTimes = before.base() == SqlType.Base.STRING || type.base() == SqlType.Base.STRING;
        return wider.isPresent()
                        || textsAsTimes
                        || Coercion.conversion(type, before).isEmpty()
                ? wider
                : Optional.of(before);
    }

    private void widenByText(Expression expression) {
        SqlType before = common;
        if (before == null) {
            common = Literals.typeOf("");
        } else if (before.isNumeric()) {
            common = Literals.constantOf(expression)
                    .flatMap(text -> Literals.number((String) text))
                    .flatMap(number -> Coercion.common(before, Literals.typeOf(number)))
                    .orElse(before);
        }
    }

    /** The expression as one of the type. */
    private Compiled convert(Expression expression, Compiled member, SqlType type) {
        if (member.isNull()) {
            return Compiled.of(type, Evaluator.NULL);
        }
        SqlType given = member.type().orElseThrow();
        if (given.equals(type)) {
            return member;
        }
        if (isConstructor(expression)) {
            Optional<Compiled> rebuilt = rebuilt(expression, type);
            if (rebuilt.isPresent()) {
                return rebuilt.get();
            }
        }
        Optional<Object> constant = Literals.constantOf(expression);
        if (constant.isPresent()) {
            return LiteralCoercion.asMember(constant.get(), given, type)
                    .map(value -> Compiled.of(type, new Evaluator.Constant(value)))
                    .orElseThrow(() -> differs(expression, given, type));
        }
        Conversion conversion = given.base() == SqlType.Base.STRING
                ? null
                : Coercion.conversion(given, type).orElse(null);
        if (conversion == null) {
            throw differs(expression, given, type);
        }
        return Compiled.of(type, member.evaluator().then(conversion));
    }

    /** A constructor with the elements converted one by one, so that constants in it follow the type. */
    private Optional<Compiled> rebuilt(Expression expression, SqlType type) {
        if (expression instanceof Expression.ArrayConstructor array && type instanceof SqlType.Array wanted) {
            return Optional.of(Constructors.array(wanted, parts(array.elements(), wanted.element())));
        } else if (expression instanceof Expression.MapConstructor map && type instanceof SqlType.Map wanted) {
            return Optional.of(Constructors.map(
                    wanted,
                    parts(map.entries().stream().map(Expression.Entry::key).toList(), wanted.key()),
                    parts(map.entries().stream().map(Expression.Entry::value).toList(), wanted.value())));
        } else if (expression instanceof Expression.StructConstructor struct && type instanceof SqlType.Struct wanted) {
            return Optional.of(Constructors.struct(wanted, fields(struct, wanted)));
        }
        return Optional.empty();
    }

    private List<Compiled> parts(List<Expression> parts, SqlType type) {
        return parts.stream().map(part -> part(part, type)).toList();
    }

    private Compiled part(Expression part, SqlType type) {
        return convert(part, compilation.compile(part, variables), type);
    }

    private List<Compiled> fields(Expression.StructConstructor struct, SqlType.Struct wanted) {
        List<Compiled> fields = new ArrayList<>();
        for (SqlType.Field field : wanted.fields()) {
            fields.add(struct.fields().stream()
                    .filter(given -> given.name().equals(field.name()))
                    .findFirst()
                    .map(given -> part(given.value(), field.type()))
                    .orElseGet(() -> Compiled.of(field.type(), Evaluator.NULL)));
        }
        return fields;
    }

    private SqlException differs(Expression expression, SqlType given, SqlType type) {
        return new SqlException(
                expression.position(),
                what + " must be of one type, but here are " + type + " and " + given + "; convert one with CAST.");
    }

    private static boolean isText(Expression expression) {
        return expression instanceof Expression.Literal literal && literal.value() instanceof String;
    }

    private static boolean isConstructor(Expression expression) {
        return expression instanceof Expression.ArrayConstructor
                || expression instanceof Expression.MapConstructor
                || expression instanceof Expression.StructConstructor;
    }
}
