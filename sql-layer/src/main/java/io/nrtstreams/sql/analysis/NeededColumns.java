package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.ColumnReference;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.Relation;
import io.nrtstreams.sql.tree.Query.SelectItem;
import java.util.HashSet;
import java.util.Set;

/** Which columns of its sources a query speaks of, so that joins remember no others. */
final class NeededColumns {

    private boolean everything;
    private final Set<String> wholeSources = new HashSet<>();
    private final Set<ColumnReference> columns = new HashSet<>();

    private NeededColumns() {}

    static NeededColumns of(Query query) {
        NeededColumns needed = new NeededColumns();
        for (SelectItem item : query.select()) {
            if (item instanceof SelectItem.AllColumns all) {
                all.source().ifPresentOrElse(needed.wholeSources::add, () -> needed.everything = true);
            } else if (item instanceof SelectItem.AllFields fields) {
                needed.add(fields.struct());
            } else if (item instanceof SelectItem.Single single) {
                needed.add(single.expression());
            }
        }
        query.where().ifPresent(needed::add);
        query.groupBy().forEach(needed::add);
        query.partitionBy().forEach(needed::add);
        query.having().ifPresent(needed::add);
        needed.addConditions(query.from());
        return needed;
    }

    private void addConditions(Relation relation) {
        if (relation instanceof Relation.Join join) {
            addConditions(join.left());
            addConditions(join.right());
            add(join.condition());
        }
    }

    private void add(Expression expression) {
        columns.addAll(ExpressionTree.columns(expression));
    }

    /** Whether {@code *} or a name can mean this column. */
    boolean needs(String alias, String name, boolean inStar) {
        boolean starred = inStar && (everything || wholeSources.contains(alias));
        return starred
                || columns.stream()
                        .anyMatch(column -> column.name().equals(name)
                                && column.source().map(alias::equals).orElse(true));
    }
}
