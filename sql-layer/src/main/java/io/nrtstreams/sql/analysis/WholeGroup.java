package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.function.FunctionKind;
import io.nrtstreams.sql.tree.Expression.Literal;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.SelectItem;
import java.util.List;

/** Groups all rows by a constant where aggregates are shown without GROUP BY. */
final class WholeGroup {

    private WholeGroup() {}

    static Query of(Query query, Calls calls) {
        boolean aggregates = query.select().stream()
                .anyMatch(item -> item instanceof SelectItem.Single single
                        && !calls.outermost(single.expression(), FunctionKind.AGGREGATE)
                                .isEmpty());
        if (!aggregates || !query.groupBy().isEmpty() || !query.unionAll().isEmpty()) {
            return query;
        }
        return new Query(
                query.position(),
                query.distinct(),
                query.select(),
                query.from(),
                query.window(),
                query.where(),
                List.of(new Literal(query.position(), 1)),
                query.partitionBy(),
                query.having(),
                query.unionAll(),
                query.orderBy(),
                query.emit(),
                query.limit());
    }
}
