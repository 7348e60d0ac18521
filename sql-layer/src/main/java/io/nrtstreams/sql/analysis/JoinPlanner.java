package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.analysis.Input.KeyColumn;
import io.nrtstreams.sql.analysis.JoinSide.Renamed;
import io.nrtstreams.sql.analysis.NamedSource.NamedColumn;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Query.JoinType;
import io.nrtstreams.sql.tree.Query.Relation;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans a join of what was planned of its left side with one more source. */
final class JoinPlanner {

    private final Typing typing;
    private final NodeIds ids;
    private final boolean byEventTime;
    private final JoinSide side;
    private final JoinKeyNames keyNames;

    /**
     * A planner of the joins of one FROM clause.
     *
     * @param byEventTime whether a stream's record takes the table's row valid at its time
     * @param names knows all columns of the sources
     */
    JoinPlanner(Typing typing, NodeIds ids, boolean byEventTime, FreshNames names, NeededColumns needed) {
        this.typing = typing;
        this.ids = ids;
        this.byEventTime = byEventTime;
        this.keyNames = new JoinKeyNames(names);
        this.side = new JoinSide(typing, ids, names, keyNames, needed);
    }

    Input join(Relation.Join join, Input left, Input right) {
        JoinRules.checkSources(join, left, right);
        JoinRules.checkKind(join, left, right);
        JoinCondition condition = JoinCondition.of(join.condition(), left.names(), right.names())
                .inOrderOf(left, true)
                .inOrderOf(right, false);
        checkTypes(condition, left, right);
        boolean leftKeyed = left.isKeyedBy(condition.left());
        boolean rightKeyed = right.isKeyedBy(condition.right());
        if (right.isTable()) {
            JoinRules.checkTableKey(join, right, condition.right(), rightKeyed);
        }
        JoinRules.checkWindows(join, left, right);
        if (left.isTable() && !leftKeyed) {
            return byForeignKey(join, left, right, condition);
        }
        Renamed renamedLeft = side.renamed(left);
        Renamed renamedRight = side.renamed(right);
        Input readyLeft =
                leftKeyed ? side.keyed(renamedLeft) : side.rekeyed(renamedLeft, condition.left(), condition.position());
        Input readyRight = rightKeyed
                ? side.keyed(renamedRight)
                : side.rekeyed(renamedRight, condition.right(), condition.position());
        List<KeyColumn> key = new ArrayList<>();
        for (int i = 0; i < condition.equalities().size(); i++) {
            key.add(key(join.type(), readyLeft.key().get(i), readyRight.key().get(i), keyNames.get(i)));
        }
        return joined(join, readyLeft, readyRight, key);
    }

    private void checkTypes(JoinCondition condition, Input left, Input right) {
        for (JoinCondition.Equality equality : condition.equalities()) {
            Optional<SqlType> ofLeft = typing.type(equality.left(), left.node().schema());
            Optional<SqlType> ofRight =
                    typing.type(equality.right(), right.node().schema());
            if (ofLeft.isEmpty() || ofRight.isEmpty()) {
                throw new SqlException(condition.position(), "NULL equals nothing, so nothing can be joined by it.");
            }
            if (!ofLeft.equals(ofRight)) {
                throw new SqlException(
                        condition.position(),
                        "Both sides of a join condition must have one type, but the left one is " + ofLeft.get()
                                + " and the right one " + ofRight.get() + ". CAST one of them.");
            }
            DeclaredColumns.requireKeyType(condition.position(), new Column("of the join", ofLeft.get()));
        }
    }

    private static KeyColumn key(JoinType type, KeyColumn left, KeyColumn right, String name) {
        Column column = new Column(name, left.column().type());
        List<Expression> named = new ArrayList<>(left.named());
        named.addAll(right.named());
        if (type == JoinType.FULL || named.isEmpty()) {
            return new KeyColumn(column, List.of(PlainColumns.reference(name)), equal(type, left, right, name));
        }
        return new KeyColumn(column, named, equal(type, left, right, name));
    }

    /** What always has the key's value: not the side that is null where there was no match. */
    private static List<Expression> equal(JoinType type, KeyColumn left, KeyColumn right, String name) {
        List<Expression> equal = new ArrayList<>();
        equal.add(PlainColumns.reference(name));
        if (type == JoinType.INNER || type == JoinType.LEFT) {
            equal.addAll(left.equal());
        }
        if (type == JoinType.INNER || type == JoinType.RIGHT) {
            equal.addAll(right.equal());
        }
        if (type == JoinType.RIGHT) {
            equal.addAll(left.named());
        }
        return equal;
    }

    private Input joined(Relation.Join join, Input left, Input right, List<KeyColumn> key) {
        String id = ids.next("join", right.names().sources().get(0).alias());
        List<Column> columns = key.stream().map(KeyColumn::column).toList();
        Schema schema = PlanNode.joined(
                columns,
                left.node().schema(),
                right.node().schema(),
                left.node().schema().windowed());
        PlanNode node;
        if (left.isTable()) {
            node = new PlanNode.TableTableJoin(id, left.node(), right.node(), join.type(), schema);
        } else if (right.isTable()) {
            node = new PlanNode.StreamTableJoin(id, left.node(), right.node(), join.type(), byEventTime, schema);
        } else {
            var within = join.within().orElseThrow();
            node = new PlanNode.StreamStreamJoin(
                    id,
                    left.node(),
                    right.node(),
                    join.type(),
                    within.before(),
                    within.after(),
                    within.grace(),
                    schema);
        }
        return new Input(node, names(left, right, made(key)), key, left.window(), left.leading());
    }

    /** The key columns that only the join's own name can mean. */
    private static List<NamedColumn> made(List<KeyColumn> key) {
        return key.stream()
                .map(KeyColumn::column)
                .filter(column -> key.stream()
                        .anyMatch(of -> of.column().equals(column)
                                && of.named().contains(PlainColumns.reference(column.name()))))
                .map(column -> new NamedColumn(column.name(), column))
                .toList();
    }

    private static Names names(Input left, Input right, List<NamedColumn> made) {
        List<NamedSource> sources = new ArrayList<>(left.names().sources());
        sources.addAll(right.names().sources());
        return new Names(sources, made);
    }

    private Input byForeignKey(Relation.Join join, Input left, Input right, JoinCondition condition) {
        JoinRules.checkForeignKey(join, left);
        Renamed renamed = side.renamed(left);
        Input readyLeft = side.keyed(renamed);
        Input readyRight = side.keyed(side.renamed(right));
        List<Expression> foreignKey =
                condition.left().stream().map(renamed::rename).toList();
        Schema schema = PlanNode.joined(
                readyLeft.node().schema().key(),
                readyLeft.node().schema(),
                readyRight.node().schema(),
                false);
        PlanNode node = new PlanNode.ForeignKeyJoin(
                ids.next("join", right.names().sources().get(0).alias()),
                readyLeft.node(),
                readyRight.node(),
                join.type(),
                foreignKey,
                schema);
        return new Input(
                node, names(readyLeft, readyRight, List.of()), readyLeft.key(), Optional.empty(), left.leading());
    }
}
