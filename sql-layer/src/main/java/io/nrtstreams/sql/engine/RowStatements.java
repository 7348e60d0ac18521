package io.nrtstreams.sql.engine;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.conversion.LiteralCoercion;
import io.nrtstreams.sql.expression.ExpressionCompiler;
import io.nrtstreams.sql.expression.TypedExpression;
import io.nrtstreams.sql.format.EncodeException;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.format.TopicCodec;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Statement.Delete;
import io.nrtstreams.sql.tree.Statement.InsertValues;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** INSERT INTO … VALUES and DELETE: one record each. */
final class RowStatements {

    private static final String ROWTIME = "ROWTIME";

    private final Formats formats;
    private final InstantSource clock;

    RowStatements(Formats formats, InstantSource clock) {
        this.formats = formats;
        this.clock = clock;
    }

    Step insert(InsertValues statement, EngineState state, ExpressionCompiler compiler) {
        DataSource target =
                SourceStatements.Existing.require(statement.position(), statement.target(), state.declarations());
        requireWritable(statement.position(), target, "inserted");
        List<String> columns = columns(statement, target);
        if (columns.size() != statement.values().size()) {
            throw new SqlException(
                    statement.position(),
                    "There are " + statement.values().size() + " values for " + columns.size() + " columns ("
                            + String.join(", ", columns) + "). Give one value for each.");
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i);
            if (values.containsKey(name)) {
                throw new SqlException(statement.position(), "The column " + name + " is named twice.");
            }
            values.put(
                    name, value(statement.values().get(i), name, type(statement.position(), name, target), compiler));
        }
        requireKey(statement, target, values);
        if (values.get(ROWTIME) instanceof Long time && time < 0) {
            throw new SqlException(
                    statement.position(), "ROWTIME cannot be negative: a topic's times begin in 1970, at 0.");
        }
        return produced(statement.position(), state, target, values, true);
    }

    private static void requireWritable(Position position, DataSource target, String done) {
        if (target.readOnly()) {
            throw new SqlException(
                    position,
                    target.name() + " is a SOURCE " + target.kind() + ", which is read only: nothing can be " + done
                            + ".");
        }
        if (target.schema().windowed()) {
            throw new SqlException(
                    position,
                    target.name() + " has windowed keys, and a window cannot be given: nothing can be " + done + ".");
        }
    }

    private static List<String> columns(InsertValues statement, DataSource target) {
        if (!statement.columns().isEmpty()) {
            return statement.columns();
        }
        List<String> names = new ArrayList<>();
        target.schema().key().forEach(column -> names.add(column.name()));
        target.schema().value().forEach(column -> names.add(column.name()));
        return names;
    }

    private static SqlType type(Position position, String name, DataSource target) {
        if (name.equals(ROWTIME)) {
            return SqlTypes.BIGINT;
        }
        List<Column> writable = new ArrayList<>(target.schema().key());
        writable.addAll(target.schema().value());
        for (Column column : writable) {
            if (column.name().equals(name)) {
                return column.type();
            }
        }
        boolean header = target.schema().find(name).isPresent();
        throw new SqlException(
                position,
                header
                        ? "The column " + name + " is filled from headers, which cannot be inserted. Leave it out."
                        : target.name() + " has no column " + name + "."
                                + Suggestions.didYouMean(
                                        name,
                                        writable.stream().map(Column::name).toList()));
    }

    private static @Nullable Object value(
            Expression expression, String column, SqlType type, ExpressionCompiler compiler) {
        TypedExpression typed = compiler.compile(expression, reference -> {
            throw new SqlException(
                    reference.position(),
                    "The value of " + column + " names the column " + reference.name()
                            + ", but VALUES are constants. Texts stand in single quotes.");
        });
        try {
            @Nullable Object value = typed.evaluate(new Row(new Object[0], null, new Object[0], null, 0, null));
            return typed.type().isEmpty() || value == null
                    ? null
                    : LiteralCoercion.coerce(value, typed.type().get(), type);
        } catch (SqlException e) {
            throw new SqlException(expression.position(), "The value of " + column + ": " + e.problem());
        } catch (RuntimeException e) {
            throw new SqlException(
                    expression.position(),
                    "The value of " + column + " cannot be computed as " + type + ": " + e.getMessage() + ".");
        }
    }

    private static void requireKey(InsertValues statement, DataSource target, Map<String, @Nullable Object> values) {
        for (Column column : target.schema().key()) {
            if (target.isTable() && values.get(column.name()) == null) {
                throw new SqlException(
                        statement.position(),
                        "A row of the table " + target.name() + " needs its key: give a value for " + column.name()
                                + ".");
            }
        }
    }

    private Step produced(
            Position position,
            EngineState state,
            DataSource target,
            Map<String, @Nullable Object> values,
            boolean withValue) {
        Object time = values.get(ROWTIME);
        Row row = new Row(
                pick(target.schema().key(), values),
                null,
                withValue ? pick(target.schema().value(), values) : null,
                null,
                time == null ? clock.millis() : (Long) time,
                null);
        try {
            return new Step(
                    state,
                    new Outcome.Produced(TopicCodec.of(target.layout(), formats).encode(row)));
        } catch (EncodeException e) {
            throw new SqlException(
                    position,
                    "The row cannot be written as "
                            + target.layout().keyFormat().name() + " and "
                            + target.layout().valueFormat().name() + ": " + e.getMessage() + ".");
        }
    }

    private static @Nullable Object[] pick(List<Column> columns, Map<String, @Nullable Object> values) {
        return columns.stream().map(column -> values.get(column.name())).toArray();
    }

    Step delete(Delete statement, EngineState state, ExpressionCompiler compiler) {
        DataSource target =
                SourceStatements.Existing.require(statement.position(), statement.table(), state.declarations());
        requireWritable(statement.position(), target, "deleted");
        if (!target.isTable()) {
            throw new SqlException(
                    statement.position(), target.name() + " is a stream; only rows of tables can be deleted.");
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        collectKey(statement.where(), target, values, compiler);
        for (Column column : target.schema().key()) {
            if (values.get(column.name()) == null) {
                throw new SqlException(
                        statement.position(), "DELETE needs the whole key: add " + column.name() + " = … to WHERE.");
            }
        }
        return produced(statement.position(), state, target, values, false);
    }

    private static void collectKey(
            Expression where, DataSource target, Map<String, @Nullable Object> values, ExpressionCompiler compiler) {
        if (where instanceof Expression.Logical logical && logical.operator() == Expression.LogicalOperator.AND) {
            collectKey(logical.left(), target, values, compiler);
            collectKey(logical.right(), target, values, compiler);
        } else if (where instanceof Expression.Comparison equal
                && equal.operator() == Expression.ComparisonOperator.EQUAL
                && equal.left() instanceof Expression.ColumnReference column
                && target.schema().isKey(column.name())) {
            SqlType type = type(column.position(), column.name(), target);
            if (values.containsKey(column.name())) {
                throw new SqlException(
                        column.position(), "The key column " + column.name() + " is given twice. Leave one.");
            }
            values.put(column.name(), value(equal.right(), column.name(), type, compiler));
        } else {
            throw new SqlException(
                    where.position(),
                    "DELETE deletes one row by its key: write WHERE "
                            + target.schema().key().get(0).name() + " = value"
                            + (target.schema().key().size() > 1 ? " AND …" : "") + ".");
        }
    }
}
