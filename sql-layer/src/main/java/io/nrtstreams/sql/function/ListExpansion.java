package io.nrtstreams.sql.function;

import io.nrtstreams.sql.conversion.Conversion;
import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table function made for a call. */
final class ListExpansion implements Expansion {

    private final SqlType elementType;
    private final MethodInvoker invoker;
    private final Conversion[] conversions;

    ListExpansion(SqlType elementType, MethodInvoker invoker, Conversion[] conversions) {
        this.elementType = elementType;
        this.invoker = invoker;
        this.conversions = conversions;
    }

    @Override
    public SqlType elementType() {
        return elementType;
    }

    @Override
    public List<?> expand(@Nullable Object[] arguments) {
        @Nullable Object[] converted = new Object[conversions.length];
        for (int i = 0; i < converted.length; i++) {
            converted[i] = conversions[i].convertNullable(arguments[i]);
        }
        return invoker.invoke(converted) instanceof List<?> elements ? elements : List.of();
    }
}
