package io.nrtstreams.connect.mock.output;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Writes a dict as {@code str()} of Python 3 prints it: <code>{'name': 'Pune', 'current': {'temp_c': 20.0}}</code>. */
final class PythonDictText implements TextForm {
    private static final int USUAL_LENGTH = 640;

    @Override
    public String text(Object value) {
        StringBuilder out = new StringBuilder(USUAL_LENGTH);
        append(out, value);
        return out.toString();
    }

    static void append(StringBuilder out, @Nullable Object value) {
        if (value instanceof String text) {
            PythonText.appendText(out, text);
        } else if (value instanceof byte[] bytes) {
            PythonText.appendText(out, Base64.getEncoder().encodeToString(bytes));
        } else if (value instanceof Struct struct) {
            appendStruct(out, struct);
        } else if (value instanceof Map<?, ?> map) {
            appendMap(out, map);
        } else if (value instanceof List<?> list) {
            appendList(out, list);
        } else {
            PythonText.appendScalar(out, value);
        }
    }

    private static void appendStruct(StringBuilder out, Struct struct) {
        out.append('{');
        List<Field> fields = struct.schema().fields();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            PythonText.appendText(i == 0 ? out : out.append(", "), field.name()).append(": ");
            append(out, struct.get(field));
        }
        out.append('}');
    }

    private static void appendMap(StringBuilder out, Map<?, ?> map) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            append(out.append(separator), entry.getKey());
            append(out.append(": "), entry.getValue());
            separator = ", ";
        }
        out.append('}');
    }

    private static void appendList(StringBuilder out, List<?> list) {
        out.append('[');
        String separator = "";
        for (Object entry : list) {
            append(out.append(separator), entry);
            separator = ", ";
        }
        out.append(']');
    }
}
