package io.nrtstreams.connect.mock.feed;

import io.nrtstreams.connect.mock.series.DirtKind;
import io.nrtstreams.connect.mock.series.Draws;
import java.util.List;
import java.util.Set;

/**
 * Spoils the text of a {@link PythonDict}.
 *
 * @param fields the entries of which one may go missing; each name occurs once in the text
 * @param numbers the entries of which one may become the text {@code 'Null'}
 * @param errorBody what the service says when it refuses
 */
record DictDefects(List<String> fields, List<String> numbers, String errorBody) {
    static final Set<DirtKind> KINDS = Set.of(DirtKind.values());

    Message spoilt(Message clean, DirtKind kind, Draws choice, long record) {
        String text = (String) clean.value();
        String spoilt = switch (kind) {
            case MALFORMED -> text.substring(0, choice.between(1, text.length() - 1, record, Dirt.PLACE));
            case NULL_TOKEN -> withNull(text, one(numbers, choice, record));
            case MISSING_FIELD -> without(text, one(fields, choice, record));
            case ERROR_BODY -> errorBody;
        };
        return Message.text(clean.key(), spoilt);
    }

    private static String one(List<String> names, Draws choice, long record) {
        return names.get(choice.below(names.size(), record, Dirt.PLACE));
    }

    private static String withNull(String text, String name) {
        int value = start(text, name) + name.length() + "'': ".length();
        return text.substring(0, value) + "'Null'" + text.substring(end(text, value));
    }

    private static String without(String text, String name) {
        int start = start(text, name);
        int end = end(text, start);
        return text.charAt(end) == ','
                ? text.substring(0, start) + text.substring(end + ", ".length())
                : text.substring(0, start - ", ".length()) + text.substring(end);
    }

    private static int start(String text, String name) {
        return text.indexOf("'" + name + "': ");
    }

    /** Where the entry that holds {@code from} ends: at the comma before the next name, or at the closing brace. */
    private static int end(String text, int from) {
        int next = text.indexOf(", '", from);
        int brace = text.indexOf('}', from);
        return next < 0 ? brace : Math.min(next, brace);
    }
}
