package io.nrtstreams.connect.mock.output;

import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Writes one line of columns, in the order of the fields: numbers as Python prints them, nothing for null, texts in
 * quotes only where RFC 4180 asks for them, and what is nested as JSON.
 */
final class CsvText implements TextForm {
    private static final int USUAL_LENGTH = 64;

    private final JsonText nested = new JsonText(JsonText.Nulls.WRITTEN);

    @Override
    public String text(Object value) {
        StringBuilder out = new StringBuilder(USUAL_LENGTH);
        if (value instanceof Struct struct) {
            List<Field> fields = struct.schema().fields();
            for (int i = 0; i < fields.size(); i++) {
                append(i == 0 ? out : out.append(','), struct.get(fields.get(i)));
            }
        } else {
            Iterator<?> columns = ((Map<?, ?>) value).values().iterator();
            while (columns.hasNext()) {
                append(out, columns.next());
                if (columns.hasNext()) {
                    out.append(',');
                }
            }
        }
        return out.toString();
    }

    private void append(StringBuilder out, @Nullable Object value) {
        if (value instanceof String text) {
            appendText(out, text);
        } else if (value instanceof Struct || value instanceof Map<?, ?> || value instanceof List<?>) {
            appendText(out, nested.text(value));
        } else if (value instanceof byte[] bytes) {
            out.append(Base64.getEncoder().encodeToString(bytes));
        } else if (value != null) {
            PythonText.appendScalar(out, value);
        }
    }

    private static void appendText(StringBuilder out, String text) {
        if (isPlain(text)) {
            out.append(text);
        } else {
            out.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return false;
            }
        }
        return true;
    }
}
