package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.analysis.Input.KeyColumn;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The key that GROUP BY or PARTITION BY makes.
 *
 * @param expressions over the input, plain
 * @param columns one for each
 */
record GroupKeys(List<Expression> expressions, List<Column> columns) {

    GroupKeys {
        expressions = List.copyOf(expressions);
        columns = List.copyOf(columns);
    }

    /**
     * The key of a clause.
     *
     * @param written the expressions as they stand in the text
     * @param selected the result, whose names the key takes where it selects the same
     * @param names gives names to what is not selected
     */
    static GroupKeys of(
            String clause,
            List<Expression> written,
            Input input,
            List<SelectColumn> selected,
            ResultNames names,
            Typing typing) {
        Calls calls = new Calls(typing);
        Schema schema = input.node().schema();
        List<Expression> expressions = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (Expression expression : written) {
            calls.refuseRowFunctions(expression, clause);
            Expression plain = input.names().plain(expression);
            if (expressions.contains(plain)) {
                throw new SqlException(expression.position(), clause + " names the same expression twice; leave one.");
            }
            String name = nameOf(plain, selected).orElseGet(() -> names.nameOf(expression));
            Column column = new Column(name, typing.type(plain, schema).orElseThrow(() -> untyped(expression, clause)));
            DeclaredColumns.requireKeyType(expression.position(), column);
            expressions.add(plain);
            columns.add(column);
        }
        return new GroupKeys(expressions, columns);
    }

    private static Optional<String> nameOf(Expression plain, List<SelectColumn> selected) {
        return selected.stream()
                .filter(column -> column.expression().equals(plain))
                .map(SelectColumn::name)
                .findFirst();
    }

    private static SqlException untyped(Expression expression, String clause) {
        Position position = expression.position();
        return new SqlException(position, clause + " cannot name NULL beside other expressions; leave it out.");
    }

    /** The key with other names of its columns, each once. */
    GroupKeys renamed(FreshNames fresh) {
        return new GroupKeys(
                expressions,
                columns.stream()
                        .map(column -> new Column(fresh.take(column.name()), column.type()))
                        .toList());
    }

    GroupKeys named(List<Column> others) {
        return new GroupKeys(expressions, others);
    }

    /** As the key of rows that are not grouped yet. */
    List<KeyColumn> overInput() {
        List<KeyColumn> keys = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            List<Expression> itself = List.of(expressions.get(i));
            keys.add(new KeyColumn(columns.get(i), itself, itself));
        }
        return keys;
    }

    /** As the key of the grouped rows. */
    List<KeyColumn> overResult() {
        return columns.stream().map(KeyColumn::of).toList();
    }
}
