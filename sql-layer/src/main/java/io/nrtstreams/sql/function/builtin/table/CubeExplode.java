package io.nrtstreams.sql.function.builtin.table;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.function.TableFunction;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

@TableFunction(
        name = "CUBE_EXPLODE",
        category = "TABLE",
        description = "A row for each way to keep some elements of an array and make the others null, from none kept to"
                + " all kept: two to the power of the number of its elements that are not null. No row of null.",
        examples = "CUBE_EXPLODE(ARRAY['a', 'b']) -> [null, null]; [null, 'b']; ['a', null]; ['a', 'b']")
final class CubeExplode {

    private static final int MOST_KEPT = 20;

    private CubeExplode() {}

    @Signature
    static <T> List<List<@Nullable T>> cube(
            @Parameter(name = "array", description = "the columns to combine") List<@Nullable T> array) {
        List<Integer> present = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) != null) {
                present.add(i);
            }
        }
        if (present.size() > MOST_KEPT) {
            throw new IllegalArgumentException("CUBE_EXPLODE makes two to the power of the number of elements of rows,"
                    + " and takes " + MOST_KEPT + " elements at most that are not null");
        }
        return new Combinations<>(array, present);
    }

    /** Makes a combination when it is asked for. The bits of its index tell which elements it keeps, the first the highest. */
    private static final class Combinations<T> extends AbstractList<List<@Nullable T>> {

        private final List<@Nullable T> array;
        private final List<Integer> present;

        Combinations(List<@Nullable T> array, List<Integer> present) {
            this.array = array;
            this.present = present;
        }

        @Override
        public int size() {
            return 1 << present.size();
        }

        @Override
        public List<@Nullable T> get(int index) {
            List<@Nullable T> combination = new ArrayList<>(Collections.nCopies(array.size(), null));
            for (int i = 0; i < present.size(); i++) {
                int bit = present.size() - 1 - i;
                if ((index >> bit & 1) == 1) {
                    combination.set(present.get(i), array.get(present.get(i)));
                }
            }
            return combination;
        }
    }
}
