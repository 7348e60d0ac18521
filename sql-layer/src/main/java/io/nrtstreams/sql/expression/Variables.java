package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parameters of the enclosing lambdas, outermost first. */
record Variables(List<Variable> all) {

    static final Variables NONE = new Variables(List.of());

    Variables {
        all = List.copyOf(all);
    }

    record Variable(String name, SqlType type) {}

    int count() {
        return all.size();
    }

    Variables with(List<String> names, List<SqlType> types) {
        List<Variable> more = new ArrayList<>(all);
        for (int i = 0; i < names.size(); i++) {
            more.add(new Variable(names.get(i), types.get(i)));
        }
        return new Variables(more);
    }

    /** The innermost variable of the name. */
    Optional<Compiled> find(String name) {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).name().equals(name)) {
                int index = i;
                return Optional.of(Compiled.of(all.get(i).type(), (row, frame) -> frame.variable(index)));
            }
        }
        return Optional.empty();
    }
}
