package io.nrtstreams.sql.tree;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A SELECT.
 *
 * @param unionAll further SELECTs whose rows are added; of these only select, from, window, where, groupBy, partitionBy and
 *     having are filled
 * @param emit absent in a pull query
 */
public record Query(
        Position position,
        boolean distinct,
        List<SelectItem> select,
        Relation from,
        Optional<Window> window,
        Optional<Expression> where,
        List<Expression> groupBy,
        List<Expression> partitionBy,
        Optional<Expression> having,
        List<Query> unionAll,
        List<SortItem> orderBy,
        Optional<Emit> emit,
        Optional<Long> limit) {

    public Query {
        select = List.copyOf(select);
        groupBy = List.copyOf(groupBy);
        partitionBy = List.copyOf(partitionBy);
        unionAll = List.copyOf(unionAll);
        orderBy = List.copyOf(orderBy);
    }

    public enum Emit {
        CHANGES,
        FINAL
    }

    public record SortItem(Expression expression, boolean descending) {}

    public sealed interface SelectItem {

        Position position();

        /** {@code *} or {@code source.*}. */
        record AllColumns(Position position, Optional<String> source) implements SelectItem {}

        /** {@code struct->*}. */
        record AllFields(Position position, Expression struct) implements SelectItem {}

        record Single(Position position, Expression expression, Optional<String> alias) implements SelectItem {}
    }

    public sealed interface Relation {

        Position position();

        /** A stream or a table; the alias is its name when none is given. */
        record Named(Position position, String name, String alias) implements Relation {}

        record SubQuery(Position position, Query query, String alias) implements Relation {}

        record Join(
                Position position,
                JoinType type,
                Relation left,
                Relation right,
                Optional<Within> within,
                Expression condition)
                implements Relation {}
    }

    public enum JoinType {
        INNER,
        LEFT,
        RIGHT,
        FULL
    }

    /**
     * WITHIN: how far apart the records of two streams may be.
     *
     * @param before how much older than the left record the right one may be
     * @param after how much younger than the left record the right one may be
     */
    public record Within(Position position, Duration before, Duration after, Optional<Duration> grace) {}

    /**
     * WINDOW.
     *
     * @param retention how long a closed window can be asked for
     * @param grace how late a record may be
     * @param offset how far windows begin after the epoch, or after midnight when a zone is given
     * @param zone the time zone whose days and hours windows follow; UTC when absent
     */
    public record Window(
            Position position,
            WindowShape shape,
            Optional<Duration> retention,
            Optional<Duration> grace,
            Optional<Duration> offset,
            Optional<String> zone) {}

    public sealed interface WindowShape {
        record Tumbling(Duration size) implements WindowShape {}

        record Hopping(Duration size, Duration advance) implements WindowShape {}

        record Session(Duration gap) implements WindowShape {}
    }
}
