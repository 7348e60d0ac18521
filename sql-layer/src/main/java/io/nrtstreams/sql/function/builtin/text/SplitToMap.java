package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "SPLIT_TO_MAP",
        category = "MAP",
        description =
                "A map of the entries of a text, each a key and a value with a delimiter between them. Entries without"
                        + " one are left out; of equal keys the last counts. Null when a delimiter is empty.",
        examples = "SPLIT_TO_MAP('a=1&b=2', '&', '=') -> {a='1', b='2'}")
final class SplitToMap {

    private SplitToMap() {}

    @Signature
    static @Nullable Map<String, String> split(
            @Parameter(name = "text", description = "what to split") String text,
            @Parameter(name = "entryDelimiter", description = "what stands between entries") String entryDelimiter,
            @Parameter(name = "valueDelimiter", description = "what stands between a key and its value")
                    String valueDelimiter) {
        if (entryDelimiter.isEmpty() || valueDelimiter.isEmpty()) {
            return null;
        }
        Map<String, String> entries = new LinkedHashMap<>();
        for (String entry : Split.parts(text, entryDelimiter)) {
            List<String> parts = Split.parts(entry, valueDelimiter);
            if (parts.size() > 1) {
                entries.put(parts.get(0), parts.get(1));
            }
        }
        return entries;
    }
}
