package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.analysis.NamedSource.NamedColumn;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.Dereference;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Query.SelectItem;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the columns of a result from a SELECT list: stars written out, every column named, names resolved. */
final class SelectList {

    private final Names names;
    private final Names written;
    private final ResultNames results;
    private final Typing typing;
    private final Schema schema;

    /**
     * For one query.
     *
     * @param names what {@code *} stands for
     * @param written what names in the list mean; knows more, such as the bounds of windows
     */
    SelectList(Names names, Names written, ResultNames results, Typing typing, Schema schema) {
        this.names = names;
        this.written = written;
        this.results = results;
        this.typing = typing;
        this.schema = schema;
    }

    List<SelectColumn> expand(List<SelectItem> items) {
        List<SelectColumn> columns = new ArrayList<>();
        for (SelectItem item : items) {
            if (item instanceof SelectItem.AllColumns all) {
                addAll(all, columns);
            } else if (item instanceof SelectItem.AllFields fields) {
                addFields(fields, columns);
            } else if (item instanceof SelectItem.Single single) {
                columns.add(single(single));
            }
        }
        refuseDuplicates(columns);
        return columns;
    }

    private void addAll(SelectItem.AllColumns all, List<SelectColumn> columns) {
        List<NamedSource> sources = all.source().isPresent()
                ? List.of(names.source(all.position(), all.source().get()))
                : names.sources();
        if (all.source().isEmpty()) {
            names.extra().forEach(key -> columns.add(star(all.position(), key, key.name())));
        }
        for (NamedSource source : sources) {
            for (NamedColumn column : source.columns()) {
                String name = names.isJoin() ? ResultNames.joined(source.alias(), column.name()) : column.name();
                columns.add(star(all.position(), column, name));
            }
        }
    }

    private static SelectColumn star(Position position, NamedColumn column, String name) {
        return new SelectColumn(position, PlainColumns.reference(column.column().name()), name, true);
    }

    private void addFields(SelectItem.AllFields fields, List<SelectColumn> columns) {
        Expression struct = written.plain(fields.struct());
        Optional<SqlType> type = typing.type(struct, schema);
        if (type.isPresent() && type.get() instanceof SqlType.Struct known) {
            for (SqlType.Field field : known.fields()) {
                Expression value = new Dereference(fields.position(), struct, field.name());
                columns.add(new SelectColumn(fields.position(), value, field.name(), false));
            }
            return;
        }
        throw new SqlException(
                fields.position(),
                "->* lists the fields of a STRUCT, and this is "
                        + type.map(SqlType::toString).orElse("NULL") + ".");
    }

    private SelectColumn single(SelectItem.Single single) {
        String name = single.alias().orElseGet(() -> results.nameOf(single.expression()));
        if (single.alias().isPresent() && PseudoColumns.isReserved(name)) {
            throw reserved(single.position(), name);
        }
        return new SelectColumn(single.position(), written.plain(single.expression()), name, false);
    }

    private static void refuseDuplicates(List<SelectColumn> columns) {
        Set<String> seen = new HashSet<>();
        for (SelectColumn column : columns) {
            if (!seen.add(column.name())) {
                throw new SqlException(
                        column.position(),
                        "The result has two columns " + column.name() + "; give one another name with AS.");
            }
        }
    }

    /** Refuses pseudo columns as columns of what is stored, where their names would hide the real ones. */
    static void refuseReserved(List<SelectColumn> columns) {
        for (SelectColumn column : columns) {
            if (!column.fromStar() && PseudoColumns.isReserved(column.name())) {
                throw reserved(column.position(), column.name());
            }
        }
    }

    private static SqlException reserved(Position position, String name) {
        return new SqlException(
                position,
                name + " is the name of a pseudo column, so no column of a result can have it. Name it with AS.");
    }
}
