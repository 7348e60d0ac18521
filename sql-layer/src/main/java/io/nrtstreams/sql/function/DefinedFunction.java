package io.nrtstreams.sql.function;

import java.util.List;

/** A function with its overloads. */
record DefinedFunction(FunctionDescription description, List<Overload> overloads) {
    DefinedFunction {
        overloads = List.copyOf(overloads);
    }

    String name() {
        return description.name();
    }

    FunctionKind kind() {
        return description.kind();
    }
}
