package io.nrtstreams.sql.format.protobuf;

import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.UninterpretedOption;
import com.google.protobuf.DescriptorProtos.UninterpretedOption.NamePart;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.nrtstreams.sql.format.protobuf.ProtoTokens.Kind;
import io.nrtstreams.sql.format.protobuf.ProtoTokens.Token;
import java.util.HashMap;
import java.util.Map;

/**
 * The options of fields that say something about values: {@code packed}, {@code default}, and {@code confluent.field_meta},
 * whose parameters give the precision and scale of decimals.
 */
final class ProtoFieldOptions {

    private static final String META = "confluent.field_meta";

    private final ProtoTokens tokens;

    ProtoFieldOptions(ProtoTokens tokens) {
        this.tokens = tokens;
    }

    /** Reads the options in brackets, if any come. */
    void read(FieldDescriptorProto.Builder field) throws ProtoException {
        if (!tokens.takeIf("[")) {
            return;
        }
        do {
            String name = name();
            tokens.expect("=");
            if (tokens.peek().is("{") || tokens.peek().is("[")) {
                aggregate(field, name);
            } else {
                scalar(field, name);
            }
        } while (tokens.takeIf(","));
        tokens.expect("]");
    }

    /** A name without the brackets around an extension's. */
    private String name() throws ProtoException {
        StringBuilder name = new StringBuilder();
        do {
            if (tokens.takeIf("(")) {
                name.append(tokens.expectName("an option"));
                tokens.expect(")");
            } else {
                name.append(tokens.expectWord("an option"));
            }
            name.append('.');
        } while (tokens.takeIf("."));
        name.setLength(name.length() - 1);
        return name.toString();
    }

    private void scalar(FieldDescriptorProto.Builder field, String name) throws ProtoException {
        String sign = tokens.takeIf("-") ? "-" : "";
        String value = tokens.peek().kind() == Kind.TEXT
                ? tokens.expectText("a value")
                : tokens.take().text();
        if (name.equals("packed")) {
            field.getOptionsBuilder().setPacked(value.equals("true"));
        } else if (name.equals("default")) {
            field.setDefaultValue(sign + value);
        }
    }

    private void aggregate(FieldDescriptorProto.Builder field, String name) throws ProtoException {
        if (!name.startsWith(META)) {
            tokens.skipBlock();
            return;
        }
        parameters(tokens)
                .forEach((key, value) -> field.getOptionsBuilder()
                        .addUninterpretedOption(UninterpretedOption.newBuilder()
                                .addName(NamePart.newBuilder().setNamePart(META).setIsExtension(true))
                                .addName(NamePart.newBuilder().setNamePart(key).setIsExtension(false))
                                .setIdentifierValue(value)));
    }

    /** The parameters in the block that comes next: wherever a key and a value stand together. */
    private static Map<String, String> parameters(ProtoTokens tokens) throws ProtoException {
        Map<String, String> parameters = new HashMap<>();
        Map<String, String> entry = new HashMap<>();
        int depth = 0;
        do {
            Token token = tokens.take();
            if (token.kind() == Kind.END) {
                throw tokens.unexpected("'}'");
            }
            if (token.is("{") || token.is("[")) {
                depth++;
            } else if (token.is("}") || token.is("]")) {
                depth--;
                if (entry.containsKey("key") && entry.containsKey("value")) {
                    parameters.put(entry.get("key"), entry.get("value"));
                }
                entry.clear();
            } else if (token.kind() == Kind.WORD
                    && tokens.takeIf(":")
                    && tokens.peek().kind() == Kind.TEXT) {
                entry.put(token.text(), tokens.expectText("a text"));
            }
        } while (depth > 0);
        return parameters;
    }

    /** A whole number among the parameters of a field; the default when there is none. */
    static int parameter(FieldDescriptor field, String key, int otherwise) {
        for (UninterpretedOption option : field.getOptions().getUninterpretedOptionList()) {
            if (option.getNameCount() == 2 && option.getName(1).getNamePart().equals(key)) {
                try {
                    return Integer.parseInt(option.getIdentifierValue().trim());
                } catch (NumberFormatException e) {
                    return otherwise;
                }
            }
        }
        return otherwise;
    }
}
