package io.nrtstreams.sql.function.builtin.aggregate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The greatest elements in descending order; of equal ones the earlier first.
 *
 * @param limit how many at most
 * @param distinct whether one of equal elements is enough
 */
record Top<E>(int limit, boolean distinct, Comparator<E> order) {

    Top {
        if (limit < 1) {
            throw new IllegalArgumentException("K must be 1 or more");
        }
    }

    List<E> with(List<E> top, E element) {
        int place = top.size();
        while (place > 0 && order.compare(top.get(place - 1), element) < 0) {
            place--;
        }
        boolean known = distinct && place > 0 && order.compare(top.get(place - 1), element) == 0;
        if (known || place >= limit) {
            return top;
        }
        List<E> copy = new ArrayList<>(top.size() + 1);
        copy.addAll(top);
        copy.add(place, element);
        return Lists.first(limit, Collections.unmodifiableList(copy));
    }

    List<E> merged(List<E> earlier, List<E> later) {
        List<E> all = earlier;
        for (E element : later) {
            all = with(all, element);
        }
        return all;
    }
}
