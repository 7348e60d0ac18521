package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.analysis.Input.KeyColumn;
import io.nrtstreams.sql.plan.KeyWindow;
import io.nrtstreams.sql.plan.KeyWindow.Kind;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Query.JoinType;
import io.nrtstreams.sql.tree.Query.Relation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be joined with what. */
final class JoinRules {

    private JoinRules() {}

    /** Refuses an alias twice, and a source with itself. */
    static void checkSources(Relation.Join join, Input left, Input right) {
        NamedSource added = right.names().sources().get(0);
        for (NamedSource source : left.names().sources()) {
            if (source.alias().equals(added.alias())) {
                throw new SqlException(
                        join.right().position(),
                        "Two sources are called " + added.alias() + "; give one an alias with AS.");
            }
            if (source.source().isPresent() && source.source().equals(added.source())) {
                throw new SqlException(
                        join.right().position(),
                        added.source().get() + " cannot be joined with itself. Declare a second source over its topic "
                                + "and join with that.");
            }
        }
    }

    /** Refuses kinds of joins that streams and tables do not have. */
    static void checkKind(Relation.Join join, Input left, Input right) {
        boolean streams = !left.isTable() && !right.isTable();
        if (left.isTable() && !right.isTable()) {
            throw new SqlException(
                    join.position(),
                    "A table cannot be joined with a stream. Write the stream left of the table: " + alias(right)
                            + " JOIN " + alias(left) + ".");
        }
        if (streams && join.within().isEmpty()) {
            throw new SqlException(
                    join.position(),
                    "A join of two streams needs WITHIN, which says how far apart records may be, such as "
                            + "WITHIN 1 HOUR before ON.");
        }
        if (!streams && join.within().isPresent()) {
            throw new SqlException(
                    join.within().get().position(),
                    "WITHIN is for joins of two streams, and " + alias(right) + " is a table. Leave it out.");
        }
        boolean toTable = !left.isTable() && right.isTable();
        if (toTable && join.type() != JoinType.INNER && join.type() != JoinType.LEFT) {
            throw new SqlException(
                    join.position(),
                    "A stream can be joined with a table by INNER and LEFT JOIN only, since a table's change alone gives "
                            + "no record. Use one of these.");
        }
        if (streams
                && (join.within().get().before().isNegative()
                        || join.within().get().after().isNegative())) {
            throw new SqlException(join.within().get().position(), "The durations of WITHIN cannot be negative.");
        }
    }

    /** Refuses a table on the right that is not joined by all of its key. */
    static void checkTableKey(Relation.Join join, Input right, List<Expression> on, boolean keyed) {
        if (keyed) {
            return;
        }
        String key = right.key().stream()
                .map(KeyColumn::column)
                .map(column -> alias(right) + "." + column.name())
                .collect(Collectors.joining(" and "));
        throw new SqlException(
                join.condition().position(),
                "The table " + alias(right) + " must be joined by its whole primary key, " + key
                        + ", and by nothing else. To look rows up by another column, make a table grouped by it.");
    }

    /** Refuses windowed keys against others, and sessions against windows of a fixed size. */
    static void checkWindows(Relation.Join join, Input left, Input right) {
        Optional<KeyWindow> ofLeft = left.window();
        Optional<KeyWindow> ofRight = right.window();
        if (ofLeft.isPresent() != ofRight.isPresent()) {
            throw new SqlException(
                    join.position(),
                    "The keys of " + alias(ofLeft.isPresent() ? left : right) + " are windowed and those of the other "
                            + "side are not, so they are never equal. Join two windowed sources or two others.");
        }
        boolean sessions =
                ofLeft.filter(window -> window.kind() == Kind.SESSION).isPresent();
        if (sessions != ofRight.filter(window -> window.kind() == Kind.SESSION).isPresent()) {
            throw new SqlException(
                    join.position(),
                    "Sessions and windows of a fixed size cannot be joined: their keys are never equal.");
        }
    }

    /** Refuses joins by a column that is not the left table's key where they cannot be done. */
    static void checkForeignKey(Relation.Join join, Input left) {
        if (left.names().isJoin()) {
            throw new SqlException(
                    join.condition().position(),
                    "Only the first join of a query can be by a foreign key, that is, by a column that is not the left "
                            + "table's key. Make a table of the joins before it, and join that.");
        }
        if (join.type() != JoinType.INNER && join.type() != JoinType.LEFT) {
            throw new SqlException(
                    join.position(),
                    "A join by a foreign key is INNER or LEFT. For " + join.type()
                            + " JOIN both tables must be joined by their primary keys.");
        }
        if (left.window().isPresent()) {
            throw new SqlException(
                    join.position(), "Windowed tables can be joined by their primary keys only, with their windows.");
        }
    }

    private static String alias(Input input) {
        return input.names().sources().get(input.names().sources().size() - 1).alias();
    }
}
