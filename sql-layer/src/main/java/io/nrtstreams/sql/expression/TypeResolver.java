package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.tree.TypeName;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the types that texts name. Immutable and thread-safe. */
public final class TypeResolver {

    private static final Map<String, SqlType> BUILT_IN = Map.ofEntries(
            Map.entry("BOOLEAN", SqlTypes.BOOLEAN),
            Map.entry("INT", SqlTypes.INTEGER),
            Map.entry("INTEGER", SqlTypes.INTEGER),
            Map.entry("BIGINT", SqlTypes.BIGINT),
            Map.entry("DOUBLE", SqlTypes.DOUBLE),
            Map.entry("STRING", SqlTypes.STRING),
            Map.entry("VARCHAR", SqlTypes.STRING),
            Map.entry("BYTES", SqlTypes.BYTES),
            Map.entry("TIME", SqlTypes.TIME),
            Map.entry("DATE", SqlTypes.DATE),
            Map.entry("TIMESTAMP", SqlTypes.TIMESTAMP));

    private final Map<String, SqlType> types;

    /** A resolver that knows the types of the language and these made by CREATE TYPE. */
    public TypeResolver(Map<String, SqlType> aliases) {
        types = new HashMap<>(aliases);
        types.putAll(BUILT_IN);
    }

    /**
     * The type that is named.
     *
     * @throws SqlException when there is none of that name, or its parameters are not allowed
     */
    public SqlType resolve(TypeName name) {
        if (name instanceof TypeName.Named named) {
            return named(named);
        } else if (name instanceof TypeName.Decimal decimal) {
            return decimal(decimal);
        } else if (name instanceof TypeName.Array array) {
            return new SqlType.Array(resolve(array.element()));
        } else if (name instanceof TypeName.Map map) {
            return new SqlType.Map(resolve(map.key()), resolve(map.value()));
        }
        return struct((TypeName.Struct) name);
    }

    private SqlType named(TypeName.Named name) {
        SqlType type = types.get(name.name());
        if (type == null && name.name().equals("DECIMAL")) {
            throw new SqlException(
                    name.position(), "DECIMAL is written with its precision and scale, such as DECIMAL(10, 2).");
        }
        if (type == null) {
            throw new SqlException(
                    name.position(),
                    "There is no type " + name.name() + "." + Suggestions.didYouMean(name.name(), types.keySet())
                            + " SHOW TYPES lists those made by CREATE TYPE.");
        }
        return type;
    }

    private static SqlType decimal(TypeName.Decimal decimal) {
        if (decimal.precision() > SqlType.Decimal.MAX_PRECISION) {
            throw new SqlException(
                    decimal.position(),
                    "A DECIMAL has at most " + SqlType.Decimal.MAX_PRECISION + " digits, not " + decimal.precision()
                            + ".");
        }
        try {
            return new SqlType.Decimal(decimal.precision(), decimal.scale());
        } catch (IllegalArgumentException e) {
            throw new SqlException(decimal.position(), String.valueOf(e.getMessage()));
        }
    }

    private SqlType struct(TypeName.Struct struct) {
        List<SqlType.Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (TypeName.Field field : struct.fields()) {
            if (!names.add(field.name())) {
                throw new SqlException(
                        struct.position(), "The struct has two fields " + field.name() + "; rename one.");
            }
            fields.add(new SqlType.Field(field.name(), resolve(field.type())));
        }
        return new SqlType.Struct(fields);
    }
}
