package io.nrtstreams.sql.parser;

import static io.nrtstreams.sql.parser.Names.name;
import static io.nrtstreams.sql.parser.Names.position;

import io.nrtstreams.sql.tree.Query.JoinType;
import io.nrtstreams.sql.tree.Query.Relation;
import io.nrtstreams.sql.tree.Query.Within;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a query reads from. */
final class RelationBuilder {

    private final Nesting nesting;
    private final QueryBuilder queries;
    private final ExpressionBuilder expressions;

    RelationBuilder(Nesting nesting, QueryBuilder queries, ExpressionBuilder expressions) {
        this.nesting = nesting;
        this.queries = queries;
        this.expressions = expressions;
    }

    Relation relation(SqlGrammarParser.RelationContext context) {
        Relation left = primary(context.relationPrimary());
        List<SqlGrammarParser.JoinContext> joins = context.join();
        for (SqlGrammarParser.JoinContext join : joins) {
            nesting.enter(join.getStart(), Nesting.JOINED);
            left = new Relation.Join(
                    position(join),
                    type(join.joinType()),
                    left,
                    primary(join.relationPrimary()),
                    within(join.within()),
                    expressions.expression(join.expression()));
        }
        nesting.leave(joins.size() * Nesting.JOINED);
        return left;
    }

    private Relation primary(SqlGrammarParser.RelationPrimaryContext context) {
        if (context instanceof SqlGrammarParser.SubQueryContext sub) {
            return new Relation.SubQuery(
                    position(sub), queries.query(sub.query()), name(sub.alias == null ? sub.short_ : sub.alias));
        }
        SqlGrammarParser.NamedContext named = (SqlGrammarParser.NamedContext) context;
        String alias = named.alias != null ? name(named.alias) : name(named.short_ != null ? named.short_ : named.name);
        return new Relation.Named(position(named), name(named.name), alias);
    }

    private static JoinType type(SqlGrammarParser.JoinTypeContext context) {
        if (context.side == null) {
            return JoinType.INNER;
        }
        return switch (context.side.getType()) {
            case SqlGrammarLexer.LEFT -> JoinType.LEFT;
            case SqlGrammarLexer.RIGHT -> JoinType.RIGHT;
            default -> JoinType.FULL;
        };
    }

    private static Optional<Within> within(SqlGrammarParser.@Nullable WithinContext context) {
        if (context == null) {
            return Optional.empty();
        }
        Duration before = TimeUnits.duration(context.both == null ? context.before : context.both);
        Duration after = TimeUnits.duration(context.both == null ? context.after : context.both);
        Optional<Duration> grace =
                context.grace == null ? Optional.empty() : Optional.of(TimeUnits.duration(context.grace));
        return Optional.of(new Within(position(context), before, after, grace));
    }
}
