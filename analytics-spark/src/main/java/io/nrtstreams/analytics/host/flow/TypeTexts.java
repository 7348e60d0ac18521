package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.expression.TypeResolver;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.type.SqlType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Struct types as SQL text and back, each worked out once; there are as many as a plan has. Single-threaded. */
final class TypeTexts {

    private static final TypeResolver RESOLVER = new TypeResolver(Map.of());

    private final Map<SqlType.Struct, String> texts = new IdentityHashMap<>();
    private final Map<String, SqlType.Struct> types = new HashMap<>();

    String textOf(SqlType.Struct type) {
        return texts.computeIfAbsent(type, SqlType::toString);
    }

    SqlType.Struct structOf(String text) {
        return types.computeIfAbsent(text, one -> (SqlType.Struct) resolved(one));
    }

    static SqlType resolved(String text) {
        return RESOLVER.resolve(new SqlParser().parseType(text));
    }
}
