package io.nrtstreams.sql.function;

import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the types that annotations give as SQL text; names of aliases are not known there. */
final class TypeText {

    private static final Map<String, SqlType> SIMPLE = Map.ofEntries(
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

    private final String text;
    private int at;

    private TypeText(String text) {
        this.text = text;
    }

    /**
     * The type that a text names.
     *
     * @throws IllegalArgumentException when it names none
     */
    static SqlType parse(String text) {
        TypeText reader = new TypeText(text);
        SqlType type = reader.type();
        reader.skipBlanks();
        if (reader.at < text.length()) {
            throw reader.unexpected();
        }
        return type;
    }

    private SqlType type() {
        String name = name().toUpperCase(Locale.ROOT);
        switch (name) {
            case "ARRAY" -> {
                expect('<');
                SqlType element = type();
                expect('>');
                return new SqlType.Array(element);
            }
            case "MAP" -> {
                expect('<');
                SqlType key = type();
                expect(',');
                SqlType value = type();
                expect('>');
                return new SqlType.Map(key, value);
            }
            case "STRUCT" -> {
                return struct();
            }
            case "DECIMAL" -> {
                expect('(');
                int precision = Integer.parseInt(name());
                expect(',');
                int scale = Integer.parseInt(name());
                expect(')');
                return new SqlType.Decimal(precision, scale);
            }
            default -> {
                SqlType simple = SIMPLE.get(name);
                if (simple == null) {
                    throw unexpected();
                }
                return simple;
            }
        }
    }

    private SqlType struct() {
        List<SqlType.Field> fields = new ArrayList<>();
        expect('<');
        do {
            fields.add(field());
        } while (accept(','));
        expect('>');
        return new SqlType.Struct(fields);
    }

    private SqlType.Field field() {
        if (!accept('`')) {
            return new SqlType.Field(name().toUpperCase(Locale.ROOT), type());
        }
        int end = text.indexOf('`', at);
        if (end < 0) {
            throw unexpected();
        }
        String name = text.substring(at, end);
        at = end + 1;
        return new SqlType.Field(name, type());
    }

    private String name() {
        skipBlanks();
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw unexpected();
        }
        return text.substring(start, at);
    }

    private boolean accept(char wanted) {
        skipBlanks();
        boolean found = at < text.length() && text.charAt(at) == wanted;
        if (found) {
            at++;
        }
        return found;
    }

    private void expect(char wanted) {
        if (!accept(wanted)) {
            throw unexpected();
        }
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("\"" + text + "\" is not a type, at character " + (at + 1));
    }
}
