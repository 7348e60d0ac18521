package io.nrtstreams.sql.function.builtin;

import io.nrtstreams.sql.function.builtin.aggregate.AggregateFunctions;
import io.nrtstreams.sql.function.builtin.collection.CollectionFunctions;
import io.nrtstreams.sql.function.builtin.general.GeneralFunctions;
import io.nrtstreams.sql.function.builtin.json.JsonFunctions;
import io.nrtstreams.sql.function.builtin.math.MathFunctions;
import io.nrtstreams.sql.function.builtin.table.TableFunctions;
import io.nrtstreams.sql.function.builtin.text.TextFunctions;
import io.nrtstreams.sql.function.builtin.time.TimeFunctions;
import io.nrtstreams.sql.function.builtin.url.UrlFunctions;
import java.util.List;
import java.util.stream.Stream;

/** Lists the classes of all built-in functions. */
public final class BuiltInFunctions {

    /** Each package's list; a new package adds its {@code all()} here. */
    private static final List<List<Class<?>>> LISTS = List.of(
            AggregateFunctions.all(),
            TableFunctions.all(),
            TextFunctions.all(),
            UrlFunctions.all(),
            MathFunctions.all(),
            TimeFunctions.all(),
            CollectionFunctions.all(),
            JsonFunctions.all(),
            GeneralFunctions.all());

    private BuiltInFunctions() {}

    public static Stream<Class<?>> all() {
        return LISTS.stream().flatMap(List::stream);
    }
}
