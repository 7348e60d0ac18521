package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.Relation;
import io.nrtstreams.sql.tree.Query.SelectItem;
import io.nrtstreams.sql.tree.Query.SortItem;
import io.nrtstreams.sql.tree.Query.Window;
import io.nrtstreams.sql.tree.Query.WindowShape;
import io.nrtstreams.sql.tree.Query.Within;
import java.time.Duration;
import java.util.List;

/** Queries as text. */
final class QueryFormat {

    private final StringBuilder out;
    private final ExpressionFormat expressions;

    QueryFormat(StringBuilder out) {
        this.out = out;
        expressions = new ExpressionFormat(out);
    }

    void write(Query query) {
        selection(query);
        for (Query further : query.unionAll()) {
            out.append(" UNION ALL ");
            selection(further);
        }
        orderBy(query.orderBy());
        query.emit().ifPresent(emit -> out.append(" EMIT ").append(emit));
        query.limit().ifPresent(limit -> out.append(" LIMIT ").append(limit));
    }

    private void selection(Query query) {
        out.append(query.distinct() ? "SELECT DISTINCT " : "SELECT ");
        Separator comma = new Separator(out);
        for (SelectItem item : query.select()) {
            comma.next();
            selectItem(item);
        }
        out.append(" FROM ");
        relation(query.from());
        query.window().ifPresent(this::window);
        query.where().ifPresent(where -> clause(" WHERE ", where));
        clause(" GROUP BY ", query.groupBy());
        clause(" PARTITION BY ", query.partitionBy());
        query.having().ifPresent(having -> clause(" HAVING ", having));
    }

    private void clause(String keyword, Expression expression) {
        out.append(keyword);
        expressions.write(expression);
    }

    private void clause(String keyword, List<Expression> keys) {
        if (!keys.isEmpty()) {
            out.append(keyword);
            expressions.list(keys);
        }
    }

    private void orderBy(List<SortItem> items) {
        if (items.isEmpty()) {
            return;
        }
        out.append(" ORDER BY ");
        Separator comma = new Separator(out);
        for (SortItem item : items) {
            comma.next();
            expressions.write(item.expression());
            out.append(item.descending() ? " DESC" : "");
        }
    }

    private void selectItem(SelectItem item) {
        if (item instanceof SelectItem.AllColumns all) {
            all.source().ifPresent(source -> out.append(NameFormat.name(source)).append('.'));
            out.append('*');
        } else if (item instanceof SelectItem.AllFields fields) {
            expressions.write(fields.struct());
            out.append("->*");
        } else {
            SelectItem.Single single = (SelectItem.Single) item;
            expressions.write(single.expression());
            single.alias().ifPresent(alias -> out.append(" AS ").append(NameFormat.name(alias)));
        }
    }

    private void relation(Relation relation) {
        if (relation instanceof Relation.Named named) {
            out.append(NameFormat.name(named.name()));
            if (!named.alias().equals(named.name())) {
                out.append(" AS ").append(NameFormat.name(named.alias()));
            }
        } else if (relation instanceof Relation.SubQuery sub) {
            out.append('(');
            write(sub.query());
            out.append(") AS ").append(NameFormat.name(sub.alias()));
        } else {
            join((Relation.Join) relation);
        }
    }

    private void join(Relation.Join join) {
        relation(join.left());
        out.append(' ').append(join.type()).append(" JOIN ");
        relation(join.right());
        join.within().ifPresent(this::within);
        clause(" ON ", join.condition());
    }

    private void within(Within within) {
        out.append(" WITHIN ");
        if (within.before().equals(within.after())) {
            out.append(duration(within.before()));
        } else {
            out.append('(')
                    .append(duration(within.before()))
                    .append(", ")
                    .append(duration(within.after()))
                    .append(')');
        }
        within.grace().ifPresent(grace -> out.append(" GRACE PERIOD ").append(duration(grace)));
    }

    private void window(Window window) {
        out.append(" WINDOW ");
        if (window.shape() instanceof WindowShape.Tumbling tumbling) {
            out.append("TUMBLING (SIZE ").append(duration(tumbling.size()));
        } else if (window.shape() instanceof WindowShape.Hopping hopping) {
            out.append("HOPPING (SIZE ").append(duration(hopping.size()));
            out.append(", ADVANCE BY ").append(duration(hopping.advance()));
        } else {
            out.append("SESSION (").append(duration(((WindowShape.Session) window.shape()).gap()));
        }
        window.retention().ifPresent(retention -> out.append(", RETENTION ").append(duration(retention)));
        window.grace().ifPresent(grace -> out.append(", GRACE PERIOD ").append(duration(grace)));
        window.offset().ifPresent(offset -> out.append(", OFFSET ").append(duration(offset)));
        window.zone().ifPresent(zone -> out.append(", TIME ZONE ").append(NameFormat.string(zone)));
        out.append(')');
    }

    /** In the largest unit that leaves no rest. */
    static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis != 0 && millis % 86_400_000 == 0) {
            return millis / 86_400_000 + " DAYS";
        }
        if (millis != 0 && millis % 3_600_000 == 0) {
            return millis / 3_600_000 + " HOURS";
        }
        if (millis != 0 && millis % 60_000 == 0) {
            return millis / 60_000 + " MINUTES";
        }
        return millis % 1_000 == 0 ? millis / 1_000 + " SECONDS" : millis + " MILLISECONDS";
    }
}
