package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.analysis.Input.KeyColumn;
import io.nrtstreams.sql.plan.PlanNode.Named;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.ColumnReference;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of a result parted into key and value.
 *
 * @param keys by their names in the result, each with the key column it comes from
 */
record Projection(List<ResultKey> keys, List<SelectColumn> values) {

    Projection {
        keys = List.copyOf(keys);
        values = List.copyOf(values);
    }

    /**
     * A key column of a result.
     *
     * @param place in the SELECT list
     */
    record ResultKey(String name, KeyColumn source, int place) {}

    /**
     * Parts a SELECT list.
     *
     * @param key of the rows
     * @param ordered whether the result's key columns stand in the order of the list rather than in that of the rows' key
     */
    static Projection of(
            List<SelectColumn> columns,
            List<KeyColumn> key,
            Purpose purpose,
            boolean ordered,
            Names names,
            Position position) {
        return purpose == Purpose.SHOWN ? shown(columns, key) : stored(columns, key, purpose, ordered, names, position);
    }

    private static Projection shown(List<SelectColumn> columns, List<KeyColumn> key) {
        Set<String> taken = columns.stream().map(SelectColumn::name).collect(Collectors.toCollection(HashSet::new));
        FreshNames fresh = new FreshNames(taken);
        List<ResultKey> keys = new ArrayList<>();
        for (KeyColumn column : key) {
            String name = firstOf(columns, column)
                    .map(SelectColumn::name)
                    .orElseGet(() -> fresh.take(column.column().name()));
            keys.add(new ResultKey(name, column, 0));
        }
        return new Projection(keys, columns);
    }

    private static Projection stored(
            List<SelectColumn> columns,
            List<KeyColumn> key,
            Purpose purpose,
            boolean ordered,
            Names names,
            Position position) {
        List<SelectColumn> values = new ArrayList<>(columns);
        values.removeIf(column -> column.fromStar() && PseudoColumns.isWindowBound(column.name()) && isBound(column));
        SelectList.refuseReserved(values);
        List<ResultKey> keys = new ArrayList<>();
        List<KeyColumn> missing = new ArrayList<>();
        for (KeyColumn column : key) {
            Optional<SelectColumn> chosen = firstOf(values, column);
            if (chosen.isEmpty()) {
                missing.add(column);
                continue;
            }
            keys.add(new ResultKey(chosen.get().name(), column, columns.indexOf(chosen.get())));
            values.remove(chosen.get());
            refuseAgain(values, chosen.get());
        }
        if (!missing.isEmpty() && !(purpose == Purpose.NESTED && ordered)) {
            throw missing(missing, names, position);
        }
        if (ordered) {
            keys.sort(Comparator.comparingInt(ResultKey::place));
        }
        return new Projection(keys, values);
    }

    private static boolean isBound(SelectColumn column) {
        return column.expression() instanceof ColumnReference reference
                && PseudoColumns.isWindowBound(reference.name());
    }

    private static Optional<SelectColumn> firstOf(List<SelectColumn> columns, KeyColumn key) {
        for (Expression expression : key.named()) {
            for (SelectColumn column : columns) {
                if (column.expression().equals(expression)) {
                    return Optional.of(column);
                }
            }
        }
        return Optional.empty();
    }

    private static void refuseAgain(List<SelectColumn> columns, SelectColumn chosen) {
        for (SelectColumn column : columns) {
            if (column.expression().equals(chosen.expression())) {
                throw new SqlException(
                        column.position(),
                        "The key column is selected twice, as " + chosen.name() + " and as " + column.name()
                                + ". To have a copy of it in the value, write AS_VALUE(…) AS " + column.name() + ".");
            }
        }
    }

    private static SqlException missing(List<KeyColumn> missing, Names names, Position position) {
        String wanted = missing.stream()
                .map(column ->
                        column.named().stream().map(names::text).distinct().collect(Collectors.joining(" or ")))
                .collect(Collectors.joining(" and "));
        return new SqlException(
                position,
                "The key of the result is not selected. Add " + wanted
                        + " to the SELECT list; as it is the key, it is not" + " written to the value.");
    }

    /** The same, with the key's own values where its columns are values too; those of a joined side may be null. */
    Projection withKeysInValue() {
        List<SelectColumn> changed = new ArrayList<>();
        for (SelectColumn column : values) {
            changed.add(keys.stream()
                    .filter(key -> key.name().equals(column.name()))
                    .findFirst()
                    .map(key -> column.withExpression(
                            PlainColumns.reference(key.source().column().name())))
                    .orElse(column));
        }
        return new Projection(keys, changed);
    }

    /** The key columns of the result, under their names there. */
    List<Column> keyColumns() {
        return keys.stream()
                .map(key -> new Column(key.name(), key.source().column().type()))
                .toList();
    }

    /** Whether all key columns of the rows are there in their order. */
    boolean keepsKey(List<KeyColumn> key) {
        return keys.stream().map(ResultKey::source).toList().equals(key);
    }

    List<Named> valueExpressions() {
        return values.stream()
                .map(column -> new Named(column.name(), column.value()))
                .toList();
    }

    /** The columns of the result, typed over the rows that it is made from. */
    Schema schema(Typing typing, Schema before, boolean windowed) {
        List<Column> columns = new ArrayList<>();
        for (SelectColumn column : values) {
            columns.add(new Column(
                    column.name(),
                    typing.type(column.value(), before)
                            .orElseThrow(() -> new SqlException(
                                    column.position(),
                                    "The column " + column.name() + " is NULL and so has no type. Give it one, such as "
                                            + "CAST(NULL AS STRING)."))));
        }
        return Schema.of(keyColumns(), columns).withWindowed(windowed);
    }
}
