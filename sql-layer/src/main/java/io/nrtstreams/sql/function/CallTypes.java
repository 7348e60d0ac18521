package io.nrtstreams.sql.function;

import io.nrtstreams.sql.type.SqlType;
import java.util.List;

/**
 * The types of a call. A function that needs them, such as one whose result has a scale, has a parameter of this class; a
 * call gives no argument for it.
 *
 * @param arguments as for {@link Signature#returnsBy}
 * @param result of the call; for a table function, of an element
 */
public record CallTypes(List<SqlType> arguments, SqlType result) {

    public CallTypes {
        arguments = List.copyOf(arguments);
    }
}
