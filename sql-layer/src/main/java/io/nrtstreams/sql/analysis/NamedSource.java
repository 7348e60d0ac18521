package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.type.Column;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A stream, table or sub-query of a FROM clause and how its columns can be named.
 *
 * @param source the name of the stream or table; empty for sub-queries
 * @param names of all its columns, of those too that the query does not speak of and that are not read on
 * @param columns what {@code *} stands for, in order: key, bounds of the window, value, headers
 * @param pseudo the pseudo columns that {@code *} leaves out
 */
record NamedSource(
        String alias, Optional<String> source, Set<String> names, List<NamedColumn> columns, List<NamedColumn> pseudo) {

    NamedSource {
        names = Set.copyOf(names);
        columns = List.copyOf(columns);
        pseudo = List.copyOf(pseudo);
    }

    /**
     * A column.
     *
     * @param name as the statement has it
     * @param column as the plan's node has it
     */
    record NamedColumn(String name, Column column) {}

    Optional<NamedColumn> find(String name) {
        return all().stream().filter(column -> column.name().equals(name)).findFirst();
    }

    List<NamedColumn> all() {
        List<NamedColumn> all = new ArrayList<>(columns);
        all.addAll(pseudo);
        return all;
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** A source all of whose columns are read on. */
    static NamedSource of(String alias, Optional<String> source, List<NamedColumn> columns, List<NamedColumn> pseudo) {
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(column.name()));
        pseudo.forEach(column -> names.add(column.name()));
        return new NamedSource(alias, source, names, columns, pseudo);
    }

    /** The same source with these of its columns. */
    NamedSource with(List<NamedColumn> otherColumns, List<NamedColumn> otherPseudo) {
        return new NamedSource(alias, source, names, otherColumns, otherPseudo);
    }
}
