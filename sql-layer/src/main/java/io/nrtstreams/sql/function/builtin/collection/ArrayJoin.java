package io.nrtstreams.sql.function.builtin.collection;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "ARRAY_JOIN",
        category = "ARRAY",
        description = "The elements of an array as one text. Nulls are written null.",
        examples = {"ARRAY_JOIN(ARRAY[1, 2]) -> '1,2'", "ARRAY_JOIN(ARRAY['a', 'b'], '; ') -> 'a; b'"})
final class ArrayJoin {

    private ArrayJoin() {}

    @Signature(description = "with commas between")
    static <T extends Comparable<T>> @Nullable String join(@Parameter(name = "array") @Nullable List<T> array) {
        return join(array, ",");
    }

    @Signature(description = "with a text between")
    static <T extends Comparable<T>> @Nullable String join(
            @Parameter(name = "array") @Nullable List<T> array,
            @Parameter(name = "delimiter", description = "null for none") @Nullable String delimiter) {
        if (array == null) {
            return null;
        }
        StringJoiner joined = new StringJoiner(delimiter == null ? "" : delimiter);
        for (Object element : array) {
            joined.add(text(element));
        }
        return joined.toString();
    }

    private static String text(@Nullable Object element) {
        if (element instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (element instanceof ByteBuffer bytes) {
            return StandardCharsets.ISO_8859_1
                    .decode(Base64.getEncoder().encode(bytes.duplicate()))
                    .toString();
        }
        return String.valueOf(element);
    }
}
