package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.catalog.Catalog;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.expression.ExpressionCompiler;
import io.nrtstreams.sql.expression.TypeResolver;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionKind;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.plan.KeySpan;
import io.nrtstreams.sql.plan.PullPlan;
import io.nrtstreams.sql.plan.PullPlan.Beyond;
import io.nrtstreams.sql.plan.PullPlan.ShownColumn;
import io.nrtstreams.sql.plan.PullPlan.StreamScan;
import io.nrtstreams.sql.plan.PullPlan.TableLookUp;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.ColumnReference;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.Relation;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells how a SELECT without EMIT is answered: by looking rows up in a table, by reading a stream to its end, or not by a
 * look-up at all, as whatever lies over objects. Refuses with a {@link SqlException} what cannot be asked, and what the session's properties forbid:
 * {@link PlanningProperties#TABLE_SCAN}, {@link PlanningProperties#RANGE_SCAN} and {@link PlanningProperties#BEYOND}. It only
 * reads the catalog. Thread-safe as its parts are.
 */
public final class PullPlanner {

    private final Catalog catalog;
    private final FunctionRegistry functions;
    private final Formats formats;
    private final Map<String, String> properties;
    private final PullRules rules;
    private final Typing typing;

    /** A planner over a catalog at one moment. */
    public PullPlanner(Catalog catalog, FunctionRegistry functions, Formats formats, Map<String, String> properties) {
        this.catalog = catalog;
        this.functions = functions;
        this.formats = formats;
        this.properties = Map.copyOf(properties);
        this.rules = new PullRules(this.properties);
        this.typing = new CompiledTyping(functions, catalog);
    }

    /**
     * How the query is answered.
     *
     * @param queryId of the plan, should it be one of a stream
     */
    public PullPlan plan(Query written, String queryId) {
        Query query = new Normalization(new TypeResolver(catalog.types())).apply(written);
        PullRules.refuseRunningClauses(query);
        Optional<String> clause = PullRules.beyond(query, new Calls(typing));
        if (clause.isPresent()) {
            rules.checkBeyond(clause.get(), readsStream(query), query.position());
            return new Beyond(clause.get());
        }
        Relation.Named from = (Relation.Named) query.from();
        Input input = new SourcePlanner(catalog).named(from, new NodeIds());
        if (input.leading().location().isPresent()) {
            rules.checkObjects(input.leading(), query.position());
            return new Beyond("objects to read");
        }
        refuseRecordColumns(query, input);
        return input.isTable()
                ? tableLookUp(query, from, input)
                : new StreamScan(
                        new QueryPlanner(catalog, functions, formats, properties)
                                .push(query, queryId)
                                .plan(),
                        query.limit());
    }

    private boolean readsStream(Query query) {
        return readsStream(query.from()) || query.unionAll().stream().anyMatch(this::readsStream);
    }

    private boolean readsStream(Relation relation) {
        if (relation instanceof Relation.Join join) {
            return readsStream(join.left()) || readsStream(join.right());
        } else if (relation instanceof Relation.SubQuery inner) {
            return readsStream(inner.query());
        }
        Input input = new SourcePlanner(catalog).named((Relation.Named) relation, new NodeIds());
        return !input.isTable() && input.leading().location().isEmpty();
    }

    private static void refuseRecordColumns(Query query, Input input) {
        List<Expression> expressions = new ArrayList<>();
        query.where().ifPresent(expressions::add);
        query.select().forEach(item -> {
            if (item instanceof Query.SelectItem.Single single) {
                expressions.add(single.expression());
            }
        });
        // A column that is called so is the table's own.
        expressions.replaceAll(expression -> input.names().plain(expression));
        PullRules.refuseRecordColumns(expressions);
    }

    private TableLookUp tableLookUp(Query query, Relation.Named from, Input input) {
        DataSource table = input.leading();
        Schema schema = table.schema();
        List<ShownColumn> columns = columns(query, input, schema);
        Optional<Expression> condition = query.where().map(where -> condition(where, input, schema));
        PullRules.requireStored(table, from.position());
        KeyCondition keys =
                condition.map(new KeyConditions(schema, constants())::of).orElse(KeyCondition.NOTHING);
        rules.checkScan(keys, schema, query.where().map(Expression::position).orElse(query.position()));
        List<KeySpan> spans = keys.spans(schema.key().size());
        return new TableLookUp(table.name(), schema, spans, condition, columns, query.limit());
    }

    private KeyConstants constants() {
        return new KeyConstants(new ExpressionCompiler(functions, catalog.types(), catalog.models()));
    }

    private Expression condition(Expression where, Input input, Schema schema) {
        new Calls(typing).refuseRowFunctions(where, "WHERE");
        Expression plain = input.names().plain(where);
        Conditions.requireBoolean(typing, plain, schema, "WHERE", where.position());
        return plain;
    }

    private List<ShownColumn> columns(Query query, Input input, Schema schema) {
        List<SelectColumn> selected = new SelectList(
                        input.names(), input.names(), new ResultNames(input.names()), typing, schema)
                .expand(query.select());
        refuseTableFunctions(selected);
        List<Column> typed = new Projection(List.of(), selected)
                .schema(typing, schema, false)
                .value();
        List<ShownColumn> columns = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            SelectColumn column = selected.get(i);
            columns.add(new ShownColumn(
                    column.name(), column.value(), typed.get(i).type(), isKey(column.expression(), schema)));
        }
        return columns;
    }

    private void refuseTableFunctions(List<SelectColumn> selected) {
        Calls calls = new Calls(typing);
        for (SelectColumn column : selected) {
            for (var call : calls.outermost(column.expression(), FunctionKind.TABLE)) {
                throw new SqlException(
                        call.position(),
                        "The table function " + call.name()
                                + " makes rows of a stream's records, and these are rows of a"
                                + " table. Select its argument.");
            }
        }
    }

    private static boolean isKey(Expression expression, Schema schema) {
        return expression instanceof ColumnReference column
                && (schema.isKey(column.name())
                        || (schema.windowed()
                                && PseudoColumns.isWindowBound(column.name())
                                && schema.find(column.name()).isEmpty()));
    }
}
