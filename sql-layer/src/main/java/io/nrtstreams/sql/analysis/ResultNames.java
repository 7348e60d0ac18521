package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.ColumnReference;
import io.nrtstreams.sql.tree.Expression.Dereference;
import java.util.HashSet;
import java.util.Set;

/** Names columns of a result that have no alias. */
final class ResultNames {

    private final Names names;
    private final FreshNames fields;
    private final FreshNames numbered;

    ResultNames(Names names) {
        this.names = names;
        Set<String> taken = new HashSet<>();
        names.sources().forEach(source -> taken.addAll(source.names()));
        this.fields = new FreshNames(taken);
        this.numbered = new FreshNames(taken);
    }

    /** A column keeps its name, a struct's field too; other expressions are numbered. */
    String nameOf(Expression written) {
        if (written instanceof ColumnReference column) {
            return ofColumn(column);
        }
        if (written instanceof Dereference dereference) {
            return fields.take(dereference.field());
        }
        return numbered.takeNumbered("KSQL_COL_");
    }

    private String ofColumn(ColumnReference column) {
        if (!names.isShared(column.name())) {
            return column.name();
        }
        return column.source().map(alias -> joined(alias, column.name())).orElse(column.name());
    }

    /** How {@code *} names columns of joins. */
    static String joined(String alias, String name) {
        return alias + "_" + name;
    }
}
