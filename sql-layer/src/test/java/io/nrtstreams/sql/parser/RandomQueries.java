package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.Emit;
import io.nrtstreams.sql.tree.Query.JoinType;
import io.nrtstreams.sql.tree.Query.Relation;
import io.nrtstreams.sql.tree.Query.SelectItem;
import io.nrtstreams.sql.tree.Query.SortItem;
import io.nrtstreams.sql.tree.Query.Window;
import io.nrtstreams.sql.tree.Query.WindowShape;
import io.nrtstreams.sql.tree.Query.Within;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Any queries of the tree. */
final class RandomQueries {

    private static final Position NONE = Position.NONE;

    private final Random random;
    private final RandomExpressions any;

    RandomQueries(Random random) {
        this.random = random;
        any = new RandomExpressions(random);
    }

    Query query(int depth) {
        Query first = selection(depth);
        return new Query(
                NONE,
                first.distinct(),
                first.select(),
                first.from(),
                first.window(),
                first.where(),
                first.groupBy(),
                first.partitionBy(),
                first.having(),
                depth == 0 ? List.of() : any.some(0, () -> selection(depth - 1)),
                any.some(0, () -> new SortItem(any.expression(2), any.coin())),
                any.maybe(() -> any.oneOf(List.of(Emit.values()))),
                any.maybe(() -> random.nextLong() >>> 1));
    }

    private Query selection(int depth) {
        return new Query(
                NONE,
                any.coin(),
                any.some(1, this::selectItem),
                relation(depth),
                any.maybe(this::window),
                any.maybe(() -> any.expression(3)),
                any.some(0, () -> any.expression(2)),
                any.some(0, () -> any.expression(2)),
                any.maybe(() -> any.expression(3)),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private SelectItem selectItem() {
        return switch (random.nextInt(6)) {
            case 0 -> new SelectItem.AllColumns(NONE, any.maybe(any::name));
            case 1 -> new SelectItem.AllFields(NONE, new Expression.Dereference(NONE, any.expression(2), any.name()));
            default -> new SelectItem.Single(NONE, any.expression(3), any.maybe(any::name));
        };
    }

    private Relation relation(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return new Relation.Join(
                    NONE,
                    any.oneOf(List.of(JoinType.values())),
                    relation(depth - 1),
                    primary(depth - 1),
                    any.maybe(() -> new Within(NONE, duration(), duration(), any.maybe(this::duration))),
                    any.expression(2));
        }
        return primary(depth);
    }

    private Relation primary(int depth) {
        return depth > 0 && any.coin()
                ? new Relation.SubQuery(NONE, query(depth - 1), any.name())
                : new Relation.Named(NONE, any.name(), any.name());
    }

    private Window window() {
        WindowShape shape = any.oneOf(List.of(
                new WindowShape.Tumbling(duration()),
                new WindowShape.Hopping(duration(), duration()),
                new WindowShape.Session(duration())));
        return new Window(
                NONE,
                shape,
                any.maybe(this::duration),
                any.maybe(() -> Duration.ZERO),
                any.maybe(this::duration),
                any.maybe(() -> "Europe/Berlin"));
    }

    private Duration duration() {
        long amount = 1 + random.nextInt(100_000);
        return any.oneOf(List.of(
                Duration.ofMillis(amount),
                Duration.ofSeconds(amount),
                Duration.ofMinutes(amount),
                Duration.ofHours(amount),
                Duration.ofDays(amount)));
    }
}
