package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.PlanNode.Named;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans UNION ALL: streams whose columns have the same types in the same order; the first gives the names. */
final class UnionPlanner {

    private final SelectPlanner selects;

    UnionPlanner(SelectPlanner selects) {
        this.selects = selects;
    }

    Input plan(Query query, Purpose purpose, NodeIds ids) {
        List<Query> queries = new ArrayList<>();
        queries.add(alone(query));
        queries.addAll(query.unionAll());
        Purpose inner = purpose == Purpose.SHOWN ? Purpose.SHOWN : Purpose.NESTED;
        List<PlanNode> nodes = new ArrayList<>();
        Input first = selects.plan(queries.get(0), inner, ids.within("union1"));
        Schema schema = first.node().schema();
        for (int i = 0; i < queries.size(); i++) {
            NodeIds within = ids.within("union" + (i + 1));
            PlanNode node = i == 0
                    ? first.node()
                    : selects.plan(queries.get(i), inner, within).node();
            refuse(queries.get(i), node, schema, inner);
            nodes.add(aligned(node, schema, inner, within));
        }
        Schema common = inner == Purpose.SHOWN ? Schema.of(List.of(), schema.value()) : schema;
        return first.withNode(new PlanNode.UnionAll(ids.next("union"), nodes, common));
    }

    private static Query alone(Query query) {
        return new Query(
                query.position(),
                query.distinct(),
                query.select(),
                query.from(),
                query.window(),
                query.where(),
                query.groupBy(),
                query.partitionBy(),
                query.having(),
                List.of(),
                query.orderBy(),
                query.emit(),
                Optional.empty());
    }

    private static void refuse(Query query, PlanNode node, Schema schema, Purpose purpose) {
        if (node.isTable() || node.schema().windowed()) {
            throw new SqlException(
                    query.position(),
                    "UNION ALL adds the records of streams, and this SELECT gives a table or windowed keys. Store it as a "
                            + "table and read that one's topic as a stream.");
        }
        boolean sameKey = purpose == Purpose.SHOWN || types(node.schema().key()).equals(types(schema.key()));
        if (!sameKey || !types(node.schema().value()).equals(types(schema.value()))) {
            throw new SqlException(
                    query.position(),
                    "The SELECTs of UNION ALL must give columns of the same types in the same order, keys too. The first "
                            + "gives " + PlanText.schema(schema) + ", this one " + PlanText.schema(node.schema())
                            + ". CAST what differs, and PARTITION BY the same columns.");
        }
    }

    private static List<SqlType> types(List<Column> columns) {
        return columns.stream().map(Column::type).toList();
    }

    /** Under the names of the first; what is shown needs no key, and the keys may differ. */
    private static PlanNode aligned(PlanNode node, Schema schema, Purpose purpose, NodeIds ids) {
        List<Named> values = new ArrayList<>();
        for (int i = 0; i < schema.value().size(); i++) {
            values.add(new Named(
                    schema.value().get(i).name(),
                    PlainColumns.reference(node.schema().value().get(i).name())));
        }
        if (purpose == Purpose.SHOWN) {
            return new PlanNode.Rekey(
                    ids.next("align"), node, List.of(), values, false, Schema.of(List.of(), schema.value()));
        }
        return node.schema().equals(schema) ? node : new PlanNode.Project(ids.next("align"), node, values, schema);
    }
}
