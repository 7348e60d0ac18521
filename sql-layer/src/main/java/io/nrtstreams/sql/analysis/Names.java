package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.analysis.NamedSource.NamedColumn;
import io.nrtstreams.sql.parser.SqlFormatter;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.ColumnReference;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.Column;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the names in a query mean. An expression made <em>plain</em> here names columns of the plan's node without a source,
 * so that two expressions mean the same when they are equal.
 *
 * @param extra columns that no source has: the key that a join made, the bounds of the windows of an aggregation
 */
record Names(List<NamedSource> sources, List<NamedColumn> extra) {

    Names {
        sources = List.copyOf(sources);
        extra = List.copyOf(extra);
    }

    Names withExtra(List<Column> more) {
        List<NamedColumn> all = new ArrayList<>(extra);
        more.forEach(column -> all.add(new NamedColumn(column.name(), column)));
        return new Names(sources, all);
    }

    boolean isJoin() {
        return sources.size() > 1;
    }

    /** Whether more than one source has a column of this name, so that results take the source's name before it. */
    boolean isShared(String name) {
        return sources.stream().filter(source -> source.has(name)).count() > 1;
    }

    /** The expression with each column as the plan's node has it. */
    Expression plain(Expression expression) {
        return ExpressionTree.replace(expression, part -> {
            if (part instanceof ColumnReference column) {
                return new ColumnReference(
                        column.position(),
                        Optional.empty(),
                        resolve(column).column().name());
            }
            return null;
        });
    }

    /** A plain expression as the statement could have it. */
    String text(Expression plain) {
        return SqlFormatter.format(
                ExpressionTree.replace(plain, part -> part instanceof ColumnReference column ? written(column) : null));
    }

    private Expression written(ColumnReference plain) {
        for (NamedSource source : sources) {
            for (NamedColumn column : source.all()) {
                if (column.column().name().equals(plain.name())) {
                    Optional<String> alias = isJoin() ? Optional.of(source.alias()) : Optional.empty();
                    return new ColumnReference(plain.position(), alias, column.name());
                }
            }
        }
        return plain;
    }

    /** The column meant, and of which source. */
    NamedColumn resolve(ColumnReference column) {
        if (column.source().isPresent()) {
            NamedSource source = source(column.position(), column.source().get());
            return source.find(column.name())
                    .or(() -> PseudoColumns.isWindowBound(column.name()) ? extra(column.name()) : Optional.empty())
                    .orElseThrow(() -> unknown(column, source));
        }
        Optional<NamedColumn> known = extra(column.name());
        if (known.isPresent()) {
            return known.get();
        }
        List<NamedSource> having =
                sources.stream().filter(source -> source.has(column.name())).toList();
        if (having.size() > 1) {
            throw new SqlException(
                    column.position(),
                    "The column " + column.name() + " is ambiguous: it could be " + qualified(having, column.name())
                            + ". Name the source before it.");
        }
        return having.stream()
                .findFirst()
                .flatMap(source -> source.find(column.name()))
                .orElseThrow(() -> unknown(column));
    }

    private Optional<NamedColumn> extra(String name) {
        return extra.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    NamedSource source(Position position, String alias) {
        return sources.stream()
                .filter(source -> source.alias().equals(alias))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> aliases =
                            sources.stream().map(NamedSource::alias).toList();
                    return new SqlException(
                            position,
                            "There is no source " + alias + " in this query; it reads " + String.join(", ", aliases)
                                    + "." + Suggestions.didYouMean(alias, aliases));
                });
    }

    /** The aliases of the sources that an expression names. */
    Set<String> sourcesOf(Expression expression) {
        Set<String> aliases = new LinkedHashSet<>();
        for (ColumnReference column : ExpressionTree.columns(expression)) {
            NamedColumn meant = resolve(column);
            sources.stream()
                    .filter(source -> column.source().isEmpty()
                            ? source.all().contains(meant)
                            : source.alias().equals(column.source().get()))
                    .forEach(source -> aliases.add(source.alias()));
        }
        return aliases;
    }

    private static String qualified(List<NamedSource> having, String name) {
        return String.join(
                " or ",
                having.stream().map(source -> source.alias() + "." + name).toList());
    }

    private static SqlException unknown(ColumnReference column, NamedSource source) {
        return new SqlException(
                column.position(),
                "There is no column " + column.name() + " in " + source.alias() + "."
                        + Suggestions.didYouMean(column.name(), names(List.of(source))));
    }

    private SqlException unknown(ColumnReference column) {
        if (PseudoColumns.isWindowBound(column.name())) {
            return new SqlException(
                    column.position(),
                    column.name()
                            + " is known only where keys are windowed: in the SELECT of an aggregation with WINDOW,"
                            + " or of a source declared with WINDOW_TYPE.");
        }
        return new SqlException(
                column.position(), "There is no column " + column.name() + "." + remedy(column.name(), sources));
    }

    /** Only a name in quotes has small letters: it may have been meant as a text. */
    private static String remedy(String name, List<NamedSource> sources) {
        String near = Suggestions.didYouMean(name, names(sources));
        boolean quoted = !name.equals(name.toUpperCase(Locale.ROOT));
        return quoted ? near + " A text stands in single quotes." : near;
    }

    private static List<String> names(List<NamedSource> sources) {
        List<String> names = new ArrayList<>();
        sources.forEach(source -> names.addAll(source.names()));
        return names;
    }
}
