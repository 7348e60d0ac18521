package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.Comparison;
import io.nrtstreams.sql.tree.Expression.ComparisonOperator;
import io.nrtstreams.sql.tree.Expression.Logical;
import io.nrtstreams.sql.tree.Expression.LogicalOperator;
import io.nrtstreams.sql.tree.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The equalities of an ON clause, each with the left input's side and the right one's, as plain expressions. */
record JoinCondition(Position position, List<Equality> equalities) {

    JoinCondition {
        equalities = List.copyOf(equalities);
    }

    record Equality(Expression left, Expression right) {}

    List<Expression> left() {
        return equalities.stream().map(Equality::left).toList();
    }

    List<Expression> right() {
        return equalities.stream().map(Equality::right).toList();
    }

    /** The same with the equalities in the order of a key's columns, when they name exactly these. */
    JoinCondition inOrderOf(Input input, boolean isLeft) {
        List<Equality> ordered = new ArrayList<>();
        for (Input.KeyColumn key : input.key()) {
            equalities.stream()
                    .filter(equality -> key.equal().contains(isLeft ? equality.left() : equality.right()))
                    .findFirst()
                    .ifPresent(ordered::add);
        }
        boolean same = ordered.size() == equalities.size()
                && ordered.size() == input.key().size();
        return same ? new JoinCondition(position, ordered) : this;
    }

    static JoinCondition of(Expression condition, Names left, Names right) {
        return new Reader(left, right).read(condition);
    }

    private record Reader(Names left, Names right) {

        JoinCondition read(Expression condition) {
            List<Equality> equalities = new ArrayList<>();
            collect(condition, equalities);
            if (Set.copyOf(equalities).size() < equalities.size()) {
                throw new SqlException(
                        condition.position(), "The join condition says the same equality twice; leave one.");
            }
            return new JoinCondition(condition.position(), equalities);
        }

        private void collect(Expression condition, List<Equality> equalities) {
            if (condition instanceof Logical logical && logical.operator() == LogicalOperator.AND) {
                collect(logical.left(), equalities);
                collect(logical.right(), equalities);
            } else if (condition instanceof Comparison comparison
                    && comparison.operator() == ComparisonOperator.EQUAL) {
                equalities.add(equality(comparison));
            } else {
                throw new SqlException(
                        condition.position(),
                        "A join condition is an equality between both sides, such as a.id = b.id, or several joined by AND."
                                + " Put other conditions into WHERE.");
            }
        }

        private Equality equality(Comparison comparison) {
            Names both = both();
            Set<String> first = both.sourcesOf(comparison.left());
            Set<String> second = both.sourcesOf(comparison.right());
            if (isOf(left, first) && isOf(right, second)) {
                return new Equality(left.plain(comparison.left()), right.plain(comparison.right()));
            }
            if (isOf(right, first) && isOf(left, second)) {
                return new Equality(left.plain(comparison.right()), right.plain(comparison.left()));
            }
            throw new SqlException(
                    comparison.position(),
                    "One side of the equality must name columns of " + aliases(right)
                            + " only, and the other columns of " + aliases(left) + " only.");
        }

        private Names both() {
            List<NamedSource> sources = new ArrayList<>(left.sources());
            sources.addAll(right.sources());
            return new Names(sources, left.extra());
        }

        /** A side that names no column of a source is of neither input. */
        private static boolean isOf(Names names, Set<String> aliases) {
            return !aliases.isEmpty()
                    && names.sources().stream()
                            .map(NamedSource::alias)
                            .collect(Collectors.toSet())
                            .containsAll(aliases);
        }

        private static String aliases(Names names) {
            return names.sources().stream().map(NamedSource::alias).collect(Collectors.joining(" or "));
        }
    }
}
