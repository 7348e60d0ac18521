package io.nrtstreams.sql.parser;

import static io.nrtstreams.sql.parser.Names.name;
import static io.nrtstreams.sql.parser.Names.position;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.parser.SqlGrammarParser.SelectionContext;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.Emit;
import io.nrtstreams.sql.tree.Query.SelectItem;
import io.nrtstreams.sql.tree.Query.SortItem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Queries of the tree from what was parsed. */
final class QueryBuilder {

    private final Nesting nesting;
    private final ExpressionBuilder expressions;
    private final RelationBuilder relations;

    QueryBuilder(Nesting nesting, ExpressionBuilder expressions) {
        this.nesting = nesting;
        this.expressions = expressions;
        relations = new RelationBuilder(nesting, this, expressions);
    }

    Query query(SqlGrammarParser.QueryContext context) {
        nesting.enter(context.getStart(), Nesting.QUERY);
        List<SelectionContext> selections = context.selection();
        List<SqlGrammarParser.QueryEndContext> ends = context.queryEnd();
        Query query = selection(
                selections.get(0),
                selections.stream().skip(1).map(this::selection).toList(),
                only(ends, SqlGrammarParser.OrderByContext.class, this::orderBy).orElse(List.of()),
                only(ends, SqlGrammarParser.EmitContext.class, QueryBuilder::emit),
                only(ends, SqlGrammarParser.LimitContext.class, limit -> Literals.wholeNumber(limit.count)));
        nesting.leave(Nesting.QUERY);
        return query;
    }

    private Query selection(SelectionContext context) {
        return selection(context, List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    private Query selection(
            SelectionContext context,
            List<Query> unionAll,
            List<SortItem> orderBy,
            Optional<Emit> emit,
            Optional<Long> limit) {
        List<SqlGrammarParser.ClauseContext> clauses = context.clause();
        return new Query(
                position(context),
                context.DISTINCT() != null,
                context.selectItem().stream().map(this::selectItem).toList(),
                relations.relation(context.relation()),
                only(clauses, SqlGrammarParser.WindowClauseContext.class, clause -> Windows.window(clause.window())),
                only(clauses, SqlGrammarParser.WhereContext.class, where -> expressions.expression(where.expression())),
                only(clauses, SqlGrammarParser.GroupByContext.class, group -> keys(group.keys()))
                        .orElse(List.of()),
                only(clauses, SqlGrammarParser.PartitionByContext.class, partition -> keys(partition.keys()))
                        .orElse(List.of()),
                only(
                        clauses,
                        SqlGrammarParser.HavingContext.class,
                        having -> expressions.expression(having.expression())),
                unionAll,
                orderBy,
                emit,
                limit);
    }

    /** The one clause of a kind; clauses stand in any order, each at most once. */
    private static <C extends ParserRuleContext, T> Optional<T> only(
            List<? extends ParserRuleContext> clauses, Class<C> kind, Function<C, T> build) {
        List<C> found =
                clauses.stream().filter(kind::isInstance).map(kind::cast).toList();
        if (found.size() > 1) {
            ParserRuleContext second = found.get(1);
            throw new SqlException(
                    position(second), "There is a second " + second.getStart().getText() + "; a query takes one.");
        }
        return found.stream().findFirst().map(build);
    }

    private List<Expression> keys(SqlGrammarParser.KeysContext context) {
        return expressions.expressions(context.expression());
    }

    private List<SortItem> orderBy(SqlGrammarParser.OrderByContext context) {
        return context.sortItem().stream()
                .map(item -> new SortItem(expressions.expression(item.expression()), item.descending != null))
                .toList();
    }

    private static Emit emit(SqlGrammarParser.EmitContext context) {
        return context.kind.getType() == SqlGrammarLexer.FINAL ? Emit.FINAL : Emit.CHANGES;
    }

    private SelectItem selectItem(SqlGrammarParser.SelectItemContext context) {
        if (context instanceof SqlGrammarParser.SingleContext single) {
            if (single.allFields != null) {
                return new SelectItem.AllFields(position(single), struct(single));
            }
            return new SelectItem.Single(
                    position(single), expressions.expression(single.expression()), optionalName(single.alias));
        }
        if (context instanceof SqlGrammarParser.AllColumnsOfContext all) {
            return new SelectItem.AllColumns(position(all), Optional.of(name(all.source)));
        }
        return new SelectItem.AllColumns(position(context), Optional.empty());
    }

    private Expression struct(SqlGrammarParser.SingleContext context) {
        Expression struct = expressions.expression(context.expression());
        if (Precedence.of(struct) != Precedence.PRIMARY) {
            throw new SqlException(
                    position(context), "Before ->* stands what gives a struct, such as a column or a call.");
        }
        return struct;
    }

    private static Optional<String> optionalName(@Nullable ParserRuleContext context) {
        return context == null ? Optional.empty() : Optional.of(name(context));
    }
}
