package io.nrtstreams.connect.mock.output;

import io.nrtstreams.connect.mock.feed.NativeForm;

/** Writes a value as text. Implementations are immutable and thread-safe. */
interface TextForm {
    /** The text of a Struct or of a tree ({@link Trees}). */
    String text(Object value);

    /** The form that a device writes. */
    static TextForm of(NativeForm form) {
        return switch (form) {
            case CSV -> new CsvText();
            case PYTHON_DICT -> new PythonDictText();
            case JSON -> new JsonText(JsonText.Nulls.OMITTED);
        };
    }
}
