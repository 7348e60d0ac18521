package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.PlanNode.Named;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import java.util.ArrayList;
import java.util.List;

/** Plans DISTINCT: the rows by all of their columns, the first of each, and then the result's key. */
final class DistinctPlanner {

    private final Typing typing;
    private final NodeIds ids;

    DistinctPlanner(Typing typing, NodeIds ids) {
        this.typing = typing;
        this.ids = ids;
    }

    PlanNode plan(Query query, Input input, List<SelectColumn> columns, Purpose purpose) {
        if (input.window().isPresent()) {
            throw new SqlException(query.position(), "DISTINCT is not for streams whose keys are windowed.");
        }
        Schema before = input.node().schema();
        // A key that is not selected is no part of what is compared, so the result has none.
        Purpose parting = purpose == Purpose.SHOWN ? Purpose.SHOWN : Purpose.NESTED;
        Projection projection = Projection.of(columns, input.key(), parting, true, input.names(), query.position());
        Schema result = projection.schema(typing, before, false);
        List<Named> all = new ArrayList<>();
        List<Column> key = new ArrayList<>();
        if (purpose != Purpose.SHOWN) {
            projection
                    .keys()
                    .forEach(column -> all.add(new Named(
                            column.name(),
                            PlainColumns.reference(column.source().column().name()))));
            key.addAll(result.key());
        }
        all.addAll(projection.valueExpressions());
        key.addAll(result.value());
        key.forEach(column -> DeclaredColumns.requireKeyType(query.position(), column));
        PlanNode compared =
                new PlanNode.Rekey(ids.next("compare"), input.node(), all, List.of(), false, Schema.of(key, List.of()));
        PlanNode distinct = new PlanNode.Distinct(ids.next("distinct"), compared);
        List<Column> resultKey = purpose == Purpose.SHOWN ? List.of() : result.key();
        return new PlanNode.Rekey(
                ids.next("project"),
                distinct,
                PlainColumns.copies(resultKey),
                PlainColumns.copies(result.value()),
                false,
                Schema.of(resultKey, result.value()));
    }
}
