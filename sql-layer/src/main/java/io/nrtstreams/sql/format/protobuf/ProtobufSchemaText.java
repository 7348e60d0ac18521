package io.nrtstreams.sql.format.protobuf;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The schema of columns as a .proto file of syntax proto3: one message, in which structs are messages named
 * {@code ConnectDefault2} and so on. Fields are numbered in the order of the columns.
 */
final class ProtobufSchemaText {

    static final String DEFAULT_NAME = "ConnectDefault1";

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private final NullRepresentation nulls;
    private final Set<String> imports = new TreeSet<>();
    private final Set<String> taken = new HashSet<>();
    private int messages = 1;

    private ProtobufSchemaText(NullRepresentation nulls) {
        this.nulls = nulls;
    }

    /**
     * The text of the schema.
     *
     * @param fullName of the message, with its package
     * @throws SqlException when Protobuf cannot hold a column
     */
    static String of(String fullName, List<Column> columns, NullRepresentation nulls) {
        int dot = fullName.lastIndexOf('.');
        for (String part : fullName.split("\\.", -1)) {
            requireName(part, "the schema's full name");
        }
        ProtobufSchemaText text = new ProtobufSchemaText(nulls);
        List<SqlType.Field> fields = columns.stream()
                .map(column -> new SqlType.Field(column.name(), column.type()))
                .toList();
        text.collectNames(fields);
        String name = fullName.substring(dot + 1);
        text.taken.add(name);
        StringBuilder message = new StringBuilder();
        text.message(message, name, fields, "", "Column ");
        StringBuilder file = new StringBuilder("syntax = \"proto3\";\n");
        if (dot > 0) {
            file.append("package ").append(fullName, 0, dot).append(";\n");
        }
        file.append('\n');
        text.imports.forEach(name2 -> file.append("import \"").append(name2).append("\";\n"));
        if (!text.imports.isEmpty()) {
            file.append('\n');
        }
        return file.append(message).toString();
    }

    /** A message must not have the name of a field beside it. */
    private void collectNames(List<SqlType.Field> fields) {
        for (SqlType.Field field : fields) {
            taken.add(field.name());
            collectNames(field.type());
        }
    }

    private void collectNames(SqlType type) {
        if (type instanceof SqlType.Array array) {
            collectNames(array.element());
        } else if (type instanceof SqlType.Map map) {
            collectNames(map.value());
        } else if (type instanceof SqlType.Struct struct) {
            collectNames(struct.fields());
        }
    }

    private void message(StringBuilder out, String name, List<SqlType.Field> fields, String indent, String path) {
        StringBuilder nested = new StringBuilder();
        out.append(indent).append("message ").append(name).append(" {\n");
        for (int i = 0; i < fields.size(); i++) {
            SqlType.Field field = fields.get(i);
            String where = path + field.name();
            requireName(field.name(), where);
            out.append(indent)
                    .append("  ")
                    .append(declared(field.type(), nested, indent + "  ", where))
                    .append(' ')
                    .append(field.name())
                    .append(" = ")
                    .append(i + 1)
                    .append(options(field.type()))
                    .append(";\n");
        }
        out.append(nested).append(indent).append("}\n");
    }

    /** The type as it stands before the name; messages that it needs go to {@code nested}. */
    private String declared(SqlType type, StringBuilder nested, String indent, String path) {
        if (type instanceof SqlType.Array array) {
            return "repeated " + single(array.element(), nested, indent, path);
        }
        if (type instanceof SqlType.Map map) {
            return "map<string, " + single(map.value(), nested, indent, path) + ">";
        }
        String single = single(type, nested, indent, path);
        boolean primitive = Character.isLowerCase(single.charAt(0)) && single.indexOf('.') < 0;
        return nulls == NullRepresentation.OPTIONAL && primitive ? "optional " + single : single;
    }

    private String single(SqlType type, StringBuilder nested, String indent, String path) {
        return switch (type.base()) {
            case BOOLEAN -> primitive("bool", "BoolValue");
            case INTEGER -> primitive("int32", "Int32Value");
            case BIGINT -> primitive("int64", "Int64Value");
            case DOUBLE -> primitive("double", "DoubleValue");
            case STRING -> primitive("string", "StringValue");
            case BYTES -> primitive("bytes", "BytesValue");
            case DECIMAL -> {
                imports.add("confluent/meta.proto");
                yield imported("confluent/type/decimal.proto", ProtoNames.DECIMAL);
            }
            case DATE -> imported("google/type/date.proto", ProtoNames.DATE);
            case TIME -> imported("google/type/timeofday.proto", ProtoNames.TIME);
            case TIMESTAMP -> imported("google/protobuf/timestamp.proto", ProtoNames.TIMESTAMP);
            case STRUCT -> {
                String name = unusedName();
                message(nested, name, ((SqlType.Struct) type).fields(), indent, path + "->");
                yield name;
            }
            case ARRAY, MAP ->
                throw new SqlException(path + ": Protobuf holds no " + type.base()
                        + " directly inside an ARRAY or MAP; put it into a field of a STRUCT.");
        };
    }

    private String primitive(String name, String wrapper) {
        return nulls == NullRepresentation.WRAPPER
                ? imported("google/protobuf/wrappers.proto", "google.protobuf." + wrapper)
                : name;
    }

    private String imported(String file, String name) {
        imports.add(file);
        return name;
    }

    private String unusedName() {
        String name;
        do {
            messages++;
            name = "ConnectDefault" + messages;
        } while (!taken.add(name));
        return name;
    }

    private static String options(SqlType type) {
        SqlType carrier = type instanceof SqlType.Array array ? array.element() : type;
        return carrier instanceof SqlType.Decimal decimal
                ? " [(confluent.field_meta) = {params: [{key: \"precision\", value: \"" + decimal.precision()
                        + "\"}, {key: \"scale\", value: \"" + decimal.scale() + "\"}]}]"
                : "";
    }

    private static void requireName(String name, String where) {
        if (!NAME.matcher(name).matches()) {
            throw new SqlException(
                    where + ": Protobuf's names begin with a letter and go on with letters, digits or _; "
                            + "choose another name.");
        }
    }
}
