package io.nrtstreams.sql.format.protobuf;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MessageOptions;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import io.nrtstreams.sql.format.protobuf.ProtoTokens.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the text of a .proto file of syntax proto2 or proto3 (Protocol Buffers Language Specification) as the descriptor
 * that a compiler would give, as far as messages need it: services, extensions and options that change no bytes are passed
 * over. Types are named as the text names them; linking finds them.
 *
 * <p>A schema registry holds Protobuf schemas as text, and Protobuf's Java library reads no text. Libraries that do bring
 * Kotlin's runtime with them.
 */
final class ProtoParser {

    private static final String PROTO3 = "proto3";

    private final ProtoTokens tokens;
    private final FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder();
    private final ProtoFieldOptions options;

    private ProtoParser(ProtoTokens tokens) {
        this.tokens = tokens;
        this.options = new ProtoFieldOptions(tokens);
    }

    static FileDescriptorProto parse(String name, String source) throws ProtoException {
        return new ProtoParser(ProtoTokens.of(source)).file(name);
    }

    private FileDescriptorProto file(String name) throws ProtoException {
        file.setName(name);
        while (tokens.peek().kind() != Kind.END) {
            if (tokens.takeIf("syntax")) {
                syntax();
            } else if (tokens.takeIf("import")) {
                dependency();
            } else if (tokens.takeIf("package")) {
                file.setPackage(tokens.expectName("the package"));
                tokens.expect(";");
            } else if (tokens.takeIf("message")) {
                file.addMessageType(message());
            } else if (tokens.takeIf("enum")) {
                file.addEnumType(enumeration());
            } else {
                skipped();
            }
        }
        return file.build();
    }

    private void syntax() throws ProtoException {
        tokens.expect("=");
        String syntax = tokens.expectText("the syntax");
        tokens.expect(";");
        if (!syntax.equals(PROTO3) && !syntax.equals("proto2")) {
            throw new ProtoException(tokens.peek().line(), "only the syntaxes proto2 and proto3 are read");
        }
        file.setSyntax(syntax);
    }

    private void dependency() throws ProtoException {
        if (tokens.takeIf("public")) {
            file.addPublicDependency(file.getDependencyCount());
        } else {
            tokens.takeIf("weak");
        }
        file.addDependency(tokens.expectText("the imported file"));
        tokens.expect(";");
    }

    /** What has no effect on the bytes of messages. */
    private void skipped() throws ProtoException {
        if (tokens.takeIf(";")) {
            return;
        }
        if (tokens.takeIf("extend") || tokens.takeIf("service")) {
            tokens.expectName("a name");
            tokens.skipBlock();
        } else if (tokens.takeIf("option") || tokens.takeIf("reserved") || tokens.takeIf("extensions")) {
            tokens.skipStatement();
        } else {
            throw tokens.unexpected("a message");
        }
    }

    private DescriptorProto message() throws ProtoException {
        DescriptorProto.Builder message = DescriptorProto.newBuilder().setName(tokens.expectWord("the message's name"));
        tokens.expect("{");
        while (!tokens.takeIf("}")) {
            member(message);
        }
        addSyntheticOneofs(message);
        return message.build();
    }

    private void member(DescriptorProto.Builder message) throws ProtoException {
        if (tokens.peek().is("message")) {
            tokens.take();
            message.addNestedType(message());
        } else if (tokens.peek().is("enum")) {
            tokens.take();
            message.addEnumType(enumeration());
        } else if (tokens.peek().is("oneof")) {
            tokens.take();
            oneof(message);
        } else if (tokens.peek().is(";")
                || tokens.peek().is("option")
                || tokens.peek().is("reserved")
                || tokens.peek().is("extensions")
                || tokens.peek().is("extend")) {
            skipped();
        } else {
            field(message);
        }
    }

    private void oneof(DescriptorProto.Builder message) throws ProtoException {
        int index = message.getOneofDeclCount();
        message.addOneofDecl(OneofDescriptorProto.newBuilder().setName(tokens.expectWord("the oneof's name")));
        tokens.expect("{");
        while (!tokens.takeIf("}")) {
            if (tokens.takeIf("option")) {
                tokens.skipStatement();
            } else if (!tokens.takeIf(";")) {
                message.addField(typed().setLabel(Label.LABEL_OPTIONAL).setOneofIndex(index));
            }
        }
    }

    private void field(DescriptorProto.Builder message) throws ProtoException {
        if (tokens.takeIf("repeated")) {
            message.addField(typed().setLabel(Label.LABEL_REPEATED));
        } else if (tokens.takeIf("required")) {
            message.addField(typed().setLabel(Label.LABEL_REQUIRED));
        } else if (tokens.takeIf("optional")) {
            message.addField(typed().setLabel(Label.LABEL_OPTIONAL).setProto3Optional(isProto3()));
        } else if (tokens.peek().is("map")) {
            map(message);
        } else {
            message.addField(typed().setLabel(Label.LABEL_OPTIONAL));
        }
    }

    private boolean isProto3() {
        return file.getSyntax().equals(PROTO3);
    }

    private FieldDescriptorProto.Builder typed() throws ProtoException {
        String type = tokens.expectName("a field's type");
        if (type.equals("group")) {
            throw new ProtoException(tokens.peek().line(), "groups are not read; use a message");
        }
        return numbered(withType(FieldDescriptorProto.newBuilder(), type));
    }

    private FieldDescriptorProto.Builder numbered(FieldDescriptorProto.Builder field) throws ProtoException {
        field.setName(tokens.expectWord("the field's name"));
        tokens.expect("=");
        field.setNumber(tokens.expectNumber());
        options.read(field);
        tokens.expect(";");
        return field;
    }

    private static FieldDescriptorProto.Builder withType(FieldDescriptorProto.Builder field, String type) {
        for (FieldDescriptorProto.Type scalar : FieldDescriptorProto.Type.values()) {
            if (scalar.name().equals("TYPE_" + type.toUpperCase(Locale.ROOT))
                    && type.equals(type.toLowerCase(Locale.ROOT))) {
                return field.setType(scalar);
            }
        }
        return field.setTypeName(type);
    }

    /** A map is a repeated message of a type that stands beside the field. */
    private void map(DescriptorProto.Builder message) throws ProtoException {
        tokens.take();
        tokens.expect("<");
        String keyType = tokens.expectName("the keys' type");
        tokens.expect(",");
        String valueType = tokens.expectName("the values' type");
        tokens.expect(">");
        FieldDescriptorProto.Builder field =
                numbered(FieldDescriptorProto.newBuilder().setLabel(Label.LABEL_REPEATED));
        String entry = entryName(field.getName());
        message.addField(field.setTypeName(entry));
        message.addNestedType(DescriptorProto.newBuilder()
                .setName(entry)
                .setOptions(MessageOptions.newBuilder().setMapEntry(true))
                .addField(entryField("key", 1, keyType))
                .addField(entryField("value", 2, valueType)));
    }

    private static FieldDescriptorProto.Builder entryField(String name, int number, String type) {
        return withType(FieldDescriptorProto.newBuilder(), type)
                .setName(name)
                .setNumber(number)
                .setLabel(Label.LABEL_OPTIONAL);
    }

    private static String entryName(String field) {
        StringBuilder name = new StringBuilder();
        boolean capital = true;
        for (int i = 0; i < field.length(); i++) {
            char character = field.charAt(i);
            if (character != '_') {
                name.append(capital ? Character.toUpperCase(character) : character);
            }
            capital = character == '_';
        }
        return name.append("Entry").toString();
    }

    /** Each optional field of proto3 is alone in a oneof, behind those of the text. */
    private static void addSyntheticOneofs(DescriptorProto.Builder message) {
        List<FieldDescriptorProto> fields = new ArrayList<>(message.getFieldList());
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).getProto3Optional()) {
                message.getFieldBuilder(i).setOneofIndex(message.getOneofDeclCount());
                message.addOneofDecl(OneofDescriptorProto.newBuilder()
                        .setName("_" + fields.get(i).getName()));
            }
        }
    }

    private EnumDescriptorProto enumeration() throws ProtoException {
        EnumDescriptorProto.Builder enumeration =
                EnumDescriptorProto.newBuilder().setName(tokens.expectWord("the enum's name"));
        tokens.expect("{");
        while (!tokens.takeIf("}")) {
            if (tokens.takeIf("option") || tokens.takeIf("reserved")) {
                tokens.skipStatement();
            } else if (!tokens.takeIf(";")) {
                EnumValueDescriptorProto.Builder value =
                        EnumValueDescriptorProto.newBuilder().setName(tokens.expectWord("a value's name"));
                tokens.expect("=");
                enumeration.addValue(value.setNumber(tokens.expectNumber()));
                tokens.skipStatement();
            }
        }
        return enumeration.build();
    }
}
