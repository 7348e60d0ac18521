package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.analysis.Input.KeyColumn;
import io.nrtstreams.sql.analysis.NamedSource.NamedColumn;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.PlanNode.Named;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.ColumnReference;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An input of a join made ready for it: its rows have the join's key, and all of its columns, key columns and pseudo columns
 * too, are value columns with the source's name before theirs, so that the columns of both sides differ.
 */
final class JoinSide {

    private final Typing typing;
    private final NodeIds ids;
    private final FreshNames names;
    private final JoinKeyNames keyNames;
    private final NeededColumns needed;

    JoinSide(Typing typing, NodeIds ids, FreshNames names, JoinKeyNames keyNames, NeededColumns needed) {
        this.typing = typing;
        this.ids = ids;
        this.names = names;
        this.keyNames = keyNames;
        this.needed = needed;
    }

    /** The same rows and key with the columns renamed; a join's result has them so already. */
    Renamed renamed(Input input) {
        if (input.names().isJoin()) {
            return new Renamed(input, Map.of(), Optional.empty());
        }
        NamedSource source = input.names().sources().get(0);
        List<NamedColumn> columns = new ArrayList<>();
        List<NamedColumn> pseudo = new ArrayList<>();
        List<Named> values = new ArrayList<>();
        Map<String, String> renaming = new TreeMap<>();
        for (NamedColumn column : source.all()) {
            boolean inStar = source.columns().contains(column);
            if (needed.needs(source.alias(), column.name(), inStar)) {
                Column renamed = new Column(
                        names.take(source.alias() + "_" + column.name()),
                        column.column().type());
                renaming.put(column.column().name(), renamed.name());
                values.add(new Named(
                        renamed.name(), PlainColumns.reference(column.column().name())));
                (inStar ? columns : pseudo).add(new NamedColumn(column.name(), renamed));
            }
        }
        NamedSource changed = source.with(columns, pseudo);
        Names after = new Names(List.of(changed), input.names().extra());
        return new Renamed(
                new Input(input.node(), after, input.key(), input.window(), input.leading()),
                renaming,
                Optional.of(values));
    }

    /**
     * An input and how its columns were renamed.
     *
     * @param values the projection that renames them and is still to be planned; empty when the node's columns are so named
     */
    record Renamed(Input input, Map<String, String> renaming, Optional<List<Named>> values) {

        Expression rename(Expression expression) {
            return ExpressionTree.replace(
                    expression,
                    part -> part instanceof ColumnReference column && renaming.containsKey(column.name())
                            ? PlainColumns.reference(renaming.get(column.name()))
                            : null);
        }
    }

    /** With the key that it has. */
    Input keyed(Renamed renamed) {
        Input input = renamed.input();
        if (renamed.values().isEmpty()) {
            return input;
        }
        Schema before = input.node().schema();
        Schema schema = Schema.of(before.key(), columns(input.names())).withWindowed(before.windowed());
        PlanNode node = new PlanNode.Project(
                ids.next("columns", alias(input)),
                input.node(),
                renamed.values().get(),
                schema);
        List<KeyColumn> key = input.key().stream()
                .map(column -> new KeyColumn(
                        column.column(),
                        column.named().stream().map(renamed::rename).toList(),
                        column.equal().stream().map(renamed::rename).toList()))
                .toList();
        return new Input(node, input.names(), key, input.window(), input.leading());
    }

    /** With these expressions over the columns before the renaming as its key. */
    Input rekeyed(Renamed renamed, List<Expression> on, Position position) {
        Input input = renamed.input();
        if (input.window().isPresent()) {
            throw new SqlException(
                    position,
                    "The keys of " + alias(input) + " are windowed, so it can be joined by its key only, not by "
                            + "another column or expression.");
        }
        List<Named> keys = new ArrayList<>();
        List<KeyColumn> columns = new ArrayList<>();
        for (int i = 0; i < on.size(); i++) {
            Expression expression = on.get(i);
            Column column = new Column(
                    keyNames.get(i),
                    typing.type(expression, input.node().schema()).orElseThrow());
            Expression after = renamed.rename(expression);
            keys.add(new Named(column.name(), expression));
            columns.add(new KeyColumn(
                    column, after instanceof ColumnReference ? List.of(after) : List.of(), List.of(after)));
        }
        List<Named> values = renamed.values()
                .orElseGet(() -> PlainColumns.copies(input.node().schema().value()));
        List<Column> valueColumns = renamed.values().isPresent()
                ? columns(input.names())
                : input.node().schema().value();
        Schema schema = Schema.of(columns.stream().map(KeyColumn::column).toList(), valueColumns);
        PlanNode node = new PlanNode.Rekey(ids.next("key", alias(input)), input.node(), keys, values, false, schema);
        return new Input(node, input.names(), columns, Optional.empty(), input.leading());
    }

    private static List<Column> columns(Names names) {
        return names.sources().stream()
                .flatMap(source -> source.all().stream())
                .map(NamedColumn::column)
                .toList();
    }

    private static String alias(Input input) {
        return input.names().sources().get(0).alias();
    }
}
