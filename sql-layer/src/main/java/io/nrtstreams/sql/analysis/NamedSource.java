package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.type.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stream, table or sub-query of a FROM clause and how its columns can be named.
 *
 * @param source the name of the stream or table; empty for sub-queries
 * @param columns what {@code *} stands for, in order: key, bounds of the window, value, headers
 * @param pseudo the pseudo columns that {@code *} leaves out
 */
record NamedSource(String alias, Optional<String> source, List<NamedColumn> columns, List<NamedColumn> pseudo) {

    NamedSource {
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
        return find(name).isPresent();
    }
}
