package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.Relation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Plans a FROM clause: one source, or joins of several from left to right. */
final class FromPlanner {

    private final SourcePlanner sources;
    private final Typing typing;
    private final NodeIds ids;
    private final boolean joinsByEventTime;
    private final BiFunction<Relation.SubQuery, NodeIds, Input> subQueries;

    FromPlanner(
            SourcePlanner sources,
            Typing typing,
            NodeIds ids,
            boolean joinsByEventTime,
            BiFunction<Relation.SubQuery, NodeIds, Input> subQueries) {
        this.sources = sources;
        this.typing = typing;
        this.ids = ids;
        this.joinsByEventTime = joinsByEventTime;
        this.subQueries = subQueries;
    }

    Input plan(Query query, Purpose purpose) {
        Map<Relation, Input> leaves = new LinkedHashMap<>();
        readLeaves(query.from(), leaves);
        leaves.forEach((relation, leaf) -> QueryRules.checkLeaf(relation, leaf, purpose));
        if (!(query.from() instanceof Relation.Join join)) {
            return leaf(query.from(), leaves);
        }
        Set<String> taken = new HashSet<>();
        leaves.values()
                .forEach(leaf -> taken.addAll(leaf.names().sources().get(0).names()));
        JoinPlanner joins =
                new JoinPlanner(typing, ids, joinsByEventTime, new FreshNames(taken), NeededColumns.of(query));
        return join(join, leaves, joins);
    }

    /** Plans all sources before any join, since the names of all decide how a join's key is called. */
    private void readLeaves(Relation relation, Map<Relation, Input> leaves) {
        if (relation instanceof Relation.Join join) {
            readLeaves(join.left(), leaves);
            if (join.right() instanceof Relation.Join) {
                throw new SqlException(
                        join.right().position(),
                        "Joins are read from left to right: write a JOIN b ON … JOIN c ON … without parentheses.");
            }
            readLeaves(join.right(), leaves);
        } else if (!leaves.containsKey(relation)) {
            leaves.put(relation, readLeaf(relation));
        }
    }

    private Input readLeaf(Relation relation) {
        if (relation instanceof Relation.Named named) {
            return sources.named(named, ids);
        }
        Relation.SubQuery subQuery = (Relation.SubQuery) relation;
        return subQueries.apply(subQuery, ids.within(subQuery.alias()));
    }

    private static Input leaf(Relation relation, Map<Relation, Input> leaves) {
        Input input = leaves.get(relation);
        if (input == null) {
            throw new IllegalStateException("a source of the FROM clause was not planned");
        }
        return input;
    }

    private Input join(Relation.Join join, Map<Relation, Input> leaves, JoinPlanner joins) {
        Input left =
                join.left() instanceof Relation.Join inner ? join(inner, leaves, joins) : leaf(join.left(), leaves);
        return joins.join(join, left, leaf(join.right(), leaves));
    }
}
