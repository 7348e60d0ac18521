package io.nrtstreams.sql.function.builtin.table;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.function.TableFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

@TableFunction(
        name = "EXPLODE",
        category = "TABLE",
        description = "A row for each element of an array, in its order; no row of an empty array or null.",
        examples = "EXPLODE(ARRAY[1, 2]) -> 1; 2")
final class Explode {

    private Explode() {}

    @Signature
    static <T> List<@Nullable T> explode(
            @Parameter(name = "array", description = "what to make rows of") List<@Nullable T> array) {
        return array;
    }
}
