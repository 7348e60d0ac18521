package io.nrtstreams.sql.function.builtin.collection;

import java.util.List;

/** Lists the functions of arrays and maps. */
public final class CollectionFunctions {

    private CollectionFunctions() {}

    public static List<Class<?>> all() {
        return List.of(
                ArrayConcat.class,
                ArrayContains.class,
                ArrayDistinct.class,
                ArrayExcept.class,
                ArrayIntersect.class,
                ArrayJoin.class,
                ArrayLength.class,
                ArrayMax.class,
                ArrayMin.class,
                ArrayRemove.class,
                ArraySort.class,
                ArrayUnion.class,
                AsMap.class,
                Entries.class,
                Filter.class,
                GenerateSeries.class,
                MapKeys.class,
                MapUnion.class,
                MapValues.class,
                Reduce.class,
                Slice.class,
                Transform.class);
    }
}
