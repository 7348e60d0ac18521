package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "INSTR",
        category = "STRING",
        description = "At which place, from 1 on, a text is in another; 0 when it is not there or one of them is null.",
        examples = {"INSTR('banana', 'an') -> 2", "INSTR('banana', 'an', 3) -> 4", "INSTR('banana', 'an', -1, 2) -> 2"})
final class Position {

    private Position() {}

    @Signature
    static int position(
            @Parameter(name = "text", description = "where to look") @Nullable String text,
            @Parameter(name = "part", description = "what to look for") @Nullable String part) {
        return position(text, part, 1, 1);
    }

    @Signature
    static int position(
            @Parameter(name = "text", description = "where to look") @Nullable String text,
            @Parameter(name = "part", description = "what to look for") @Nullable String part,
            @Parameter(name = "start", description = "where to begin; negative: counted from the end, going backwards")
                    int start) {
        return position(text, part, start, 1);
    }

    @Signature
    static int position(
            @Parameter(name = "text", description = "where to look") @Nullable String text,
            @Parameter(name = "part", description = "what to look for") @Nullable String part,
            @Parameter(name = "start", description = "where to begin; negative: counted from the end, going backwards")
                    int start,
            @Parameter(name = "occurrence", description = "the how manieth, from 1 on") int occurrence) {
        if (text == null || part == null || occurrence < 1) {
            return 0;
        }
        return 1 + (start < 0 ? backwards(text, part, start, occurrence) : forwards(text, part, start, occurrence));
    }

    private static int forwards(String text, String part, int start, int occurrence) {
        int from = Math.max(start - 1, 0);
        int index = from > text.length() ? -1 : text.indexOf(part, from);
        for (int i = 1; i < occurrence && index >= 0; i++) {
            index = text.indexOf(part, index + 1);
        }
        return index;
    }

    private static int backwards(String text, String part, int start, int occurrence) {
        int index = text.lastIndexOf(part, text.length() + start);
        for (int i = 1; i < occurrence && index >= 0; i++) {
            index = text.lastIndexOf(part, index - 1);
        }
        return index;
    }
}
