package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.conversion.Coercion;
import io.nrtstreams.sql.conversion.Conversion;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlType.Base;
import io.nrtstreams.sql.type.StructValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What makes arrays, maps and structs and reads out of them. */
final class NestedCompiler {

    private final Compilation compilation;
    private final Variables variables;

    NestedCompiler(Compilation compilation, Variables variables) {
        this.compilation = compilation;
        this.variables = variables;
    }

    Compiled dereference(Expression.Dereference expression) {
        Compiled base = compilation.compile(expression.base(), variables);
        if (!(base.type().orElse(null) instanceof SqlType.Struct struct)) {
            throw new SqlException(
                    expression.position(),
                    "-> " + expression.field() + " needs a STRUCT on its left, not " + base.typeText() + ".");
        }
        List<String> names = struct.fields().stream().map(SqlType.Field::name).toList();
        int index = names.indexOf(expression.field());
        if (index < 0) {
            throw new SqlException(
                    expression.position(),
                    "There is no field " + expression.field() + " in " + struct + "."
                            + Suggestions.didYouMean(expression.field(), names));
        }
        return Compiled.of(
                struct.fields().get(index).type(), base.evaluator().then(value -> ((StructValue) value).get(index)));
    }

    Compiled subscript(Expression.Subscript expression) {
        Compiled base = compilation.compile(expression.base(), variables);
        Compiled index = compilation.compile(expression.index(), variables);
        if (base.type().orElse(null) instanceof SqlType.Array array) {
            return element(expression, array, base.evaluator(), index);
        } else if (base.type().orElse(null) instanceof SqlType.Map map) {
            return entry(expression, map, base.evaluator(), index);
        }
        throw new SqlException(
                expression.position(), "[ ] needs an ARRAY or a MAP on its left, not " + base.typeText() + ".");
    }

    private static Compiled element(
            Expression.Subscript expression, SqlType.Array array, Evaluator base, Compiled index) {
        if (!index.is(Base.INTEGER) && !index.is(Base.BIGINT)) {
            throw new SqlException(
                    expression.index().position(),
                    "The elements of an ARRAY are counted by INTEGER, not " + index.typeText() + ".");
        }
        Evaluator position = index.evaluator();
        return Compiled.of(array.element(), (row, frame) -> {
            List<?> elements = (List<?>) base.evaluate(row, frame);
            Number at = elements == null ? null : (Number) position.evaluate(row, frame);
            if (elements == null || at == null) {
                return null;
            }
            long place = at.longValue() < 0 ? elements.size() + at.longValue() : at.longValue() - 1;
            return place < 0 || place >= elements.size() ? null : elements.get((int) place);
        });
    }

    private static Compiled entry(Expression.Subscript expression, SqlType.Map map, Evaluator base, Compiled index) {
        Conversion conversion = index.type()
                .flatMap(type -> Coercion.conversion(type, map.key()))
                .orElseThrow(() -> new SqlException(
                        expression.index().position(),
                        "The keys of the MAP are " + map.key() + ", not " + index.typeText() + "."));
        Evaluator key = index.evaluator().then(conversion);
        return Compiled.of(map.value(), (row, frame) -> {
            Map<?, ?> entries = (Map<?, ?>) base.evaluate(row, frame);
            Object wanted = entries == null ? null : key.evaluate(row, frame);
            return entries == null || wanted == null ? null : entries.get(wanted);
        });
    }

    Compiled array(Expression.ArrayConstructor expression) {
        if (expression.elements().isEmpty()) {
            throw new SqlException(
                    expression.position(), "An empty ARRAY has no type; write CAST(NULL AS ARRAY<…>), or an element.");
        }
        Members elements = unify(expression, "The elements of an ARRAY", expression.elements());
        return Constructors.array(new SqlType.Array(elements.type()), elements.converted());
    }

    Compiled map(Expression.MapConstructor expression) {
        if (expression.entries().isEmpty()) {
            throw new SqlException(
                    expression.position(), "An empty MAP has no type; write CAST(NULL AS MAP<…>), or an entry.");
        }
        Members keys = unify(
                expression,
                "The keys of a MAP",
                expression.entries().stream().map(Expression.Entry::key).toList());
        Members values = unify(
                expression,
                "The values of a MAP",
                expression.entries().stream().map(Expression.Entry::value).toList());
        if (keys.type().base() != Base.STRING) {
            throw new SqlException(
                    expression.position(), "The keys of a MAP must be STRING, not " + keys.type() + "; use CAST.");
        }
        return Constructors.map(new SqlType.Map(keys.type(), values.type()), keys.converted(), values.converted());
    }

    private Members unify(Expression expression, String what, List<Expression> members) {
        return Members.unify(compilation, variables, what, members)
                .orElseThrow(() -> new SqlException(
                        expression.position(), what + " must not all be NULL; write CAST(NULL AS …) once."));
    }

    Compiled struct(Expression.StructConstructor expression) {
        Set<String> names = new HashSet<>();
        List<SqlType.Field> fields = new ArrayList<>();
        List<Compiled> values = new ArrayList<>();
        for (Expression.FieldValue field : expression.fields()) {
            if (!names.add(field.name())) {
                throw new SqlException(
                        expression.position(), "The STRUCT has two fields " + field.name() + "; rename one.");
            }
            Compiled value = compilation.compile(field.value(), variables);
            SqlType type = value.type()
                    .orElseThrow(() -> new SqlException(
                            field.value().position(),
                            "The field " + field.name() + " has no type; write CAST(NULL AS …)."));
            fields.add(new SqlType.Field(field.name(), type));
            values.add(value);
        }
        return Constructors.struct(new SqlType.Struct(fields), values);
    }
}
