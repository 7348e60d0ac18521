package io.nrtstreams.connect.cleaning.plan;

import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cleans every element of a list and every value of a map; the given object comes back where nothing changed. */
final class Elements {
    private Elements() {}

    static Object ofList(List<?> given, Leaf each, Passage passage) {
        List<@Nullable Object> copy = null;
        for (int i = 0; i < given.size(); i++) {
            Object before = given.get(i);
            Object after = each.clean(before, passage);
            if (after instanceof Refused) {
                return after;
            }
            if (after != before) {
                copy = copy == null ? new ArrayList<>(given) : copy;
                copy.set(i, after);
            }
        }
        return copy == null ? given : copy;
    }

    static Object ofMap(Map<?, ?> given, Leaf each, Passage passage) {
        Map<Object, @Nullable Object> copy = null;
        for (Map.Entry<?, ?> entry : given.entrySet()) {
            Object before = entry.getValue();
            Object after = each.clean(before, passage);
            if (after instanceof Refused) {
                return after;
            }
            if (after != before) {
                copy = copy == null ? new LinkedHashMap<>(given) : copy;
                copy.put(entry.getKey(), after);
            }
        }
        return copy == null ? given : copy;
    }
}
