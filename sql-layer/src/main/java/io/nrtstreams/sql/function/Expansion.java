package io.nrtstreams.sql.function;

import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call of a table function, resolved to the types of its arguments. */
public interface Expansion {

    SqlType elementType();

    /** The elements, a row each; none for null. */
    List<?> expand(@Nullable Object[] arguments);
}
