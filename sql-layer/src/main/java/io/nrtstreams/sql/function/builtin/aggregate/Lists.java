package io.nrtstreams.sql.function.builtin.aggregate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changed copies of lists that may hold nulls; nobody changes the copies. */
final class Lists {

    private Lists() {}

    static <T extends @Nullable Object> List<T> with(List<T> list, @Nullable T last) {
        List<T> copy = new ArrayList<>(list.size() + 1);
        copy.addAll(list);
        copy.add(last);
        return Collections.unmodifiableList(copy);
    }

    static <T extends @Nullable Object> List<T> without(List<T> list, int index) {
        List<T> copy = new ArrayList<>(list);
        copy.remove(index);
        return Collections.unmodifiableList(copy);
    }

    static <T extends @Nullable Object> List<T> replaced(List<T> list, int index, T element) {
        List<T> copy = new ArrayList<>(list);
        copy.set(index, element);
        return Collections.unmodifiableList(copy);
    }

    static <T extends @Nullable Object> List<T> concatenated(List<T> first, List<T> second) {
        List<T> copy = new ArrayList<>(first.size() + second.size());
        copy.addAll(first);
        copy.addAll(second);
        return Collections.unmodifiableList(copy);
    }

    /** The first of them, in a list of its own. */
    static <T extends @Nullable Object> List<T> first(int count, List<T> list) {
        return list.size() <= count ? list : Collections.unmodifiableList(new ArrayList<>(list.subList(0, count)));
    }

    /** The last of them, in a list of its own. */
    static <T extends @Nullable Object> List<T> last(int count, List<T> list) {
        return list.size() <= count
                ? list
                : Collections.unmodifiableList(new ArrayList<>(list.subList(list.size() - count, list.size())));
    }
}
