package io.nrtstreams.sql.function.builtin.json;

import java.util.List;

/** Lists the functions of JSON as text. */
public final class JsonFunctions {

    private JsonFunctions() {}

    public static List<Class<?>> all() {
        return List.of(
                ExtractJsonField.class,
                IsJsonString.class,
                JsonArrayContains.class,
                JsonArrayLength.class,
                JsonConcat.class,
                JsonItems.class,
                JsonKeys.class,
                JsonRecords.class,
                ToJsonString.class);
    }
}
