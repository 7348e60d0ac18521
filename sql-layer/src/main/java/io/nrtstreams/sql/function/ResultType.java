package io.nrtstreams.sql.function;

import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import java.util.Optional;

/** How the type of what a function gives or remembers is had. */
@FunctionalInterface
interface ResultType {

    /** Empty when the arguments do not tell. */
    Optional<SqlType> of(TypeBindings bindings, List<SqlType> arguments);
}
