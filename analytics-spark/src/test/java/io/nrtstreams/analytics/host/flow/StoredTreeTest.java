package io.nrtstreams.analytics.host.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.type.SqlTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTreeTest {

    private static final byte[] PREFIX = {7};
    private static final RowBytes ROWS = new RowBytes(List.of(SqlTypes.STRING));

    private final MapStore store = new MapStore();

    private StoredTree open() {
        return new StoredTree(store, PREFIX, ROWS, () -> {});
    }

    private static byte[] key(int number) {
        ByteSink out = new ByteSink(8);
        SortableBytes.writeTime(number, out);
        return out.toBytes();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 200, 5000})
    void holdsWhatASortedMapHolds(int keys) {
        for (int seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            TreeMap<byte[], String> expected = new TreeMap<>(Arrays::compareUnsigned);
            StoredTree tree = open();
            for (int i = 0; i < 4000; i++) {
                byte[] key = key(random.nextInt(keys));
                boolean isShrinking = i / 1000 % 2 == 1;
                if (random.nextInt(4) < (isShrinking ? 3 : 1)) {
                    assertThat(tree.remove(key)).isEqualTo(expected.remove(key) != null);
                } else {
                    String text = "x".repeat(random.nextInt(40) == 0 ? 2000 : random.nextInt(20)) + i;
                    tree.put(key, new Object[] {text});
                    expected.put(key, text);
                }
                if (random.nextInt(300) == 0) {
                    tree.flush();
                    tree = open();
                }
                assertThat(tree.first()).isEqualTo(expected.isEmpty() ? null : expected.firstKey());
            }
            byte[] from = key(random.nextInt(keys));
            assertThat(rows(tree, from))
                    .containsExactlyElementsOf(expected.tailMap(from, true).values());
            assertThat(rows(tree, null)).containsExactlyElementsOf(expected.values());
            for (Map.Entry<byte[], String> entry : expected.entrySet()) {
                assertThat(tree.get(entry.getKey())).containsExactly(entry.getValue());
            }
            for (byte[] key : List.copyOf(expected.keySet())) {
                assertThat(tree.remove(key)).isTrue();
            }
            tree.flush();
            assertThat(store.size())
                    .as("what is left in the store of an empty tree")
                    .isZero();
        }
    }

    private static List<String> rows(StoredTree tree, byte @Nullable [] from) {
        List<String> rows = new java.util.ArrayList<>();
        tree.scan(from, (key, row) -> {
            rows.add(row == null ? "none" : String.valueOf(row[0]));
            return true;
        });
        return rows;
    }

    @Test
    void pagesStaySmallWhateverIsInThem() {
        StoredTree tree = open();
        for (int i = 0; i < 20_000; i++) {
            tree.put(key(i * 7919 % 20_011), new Object[] {"v".repeat(i % StoredTree.MOST_INLINE)});
        }
        tree.flush();
        int mostOfAPage = StoredTree.MOST_ENTRIES * (StoredTree.MOST_INLINE + 16);
        assertThat(store.largest()).isLessThan(mostOfAPage);
    }

    @Test
    void aChangeOfALargeTreeWritesAPage() {
        StoredTree tree = open();
        for (int i = 0; i < 100_000; i++) {
            tree.put(key(i), new Object[] {"value"});
        }
        tree.flush();
        store.takeWritten();

        StoredTree again = open();
        again.put(key(50_000), new Object[] {"other"});
        again.flush();
        assertThat(store.takeWritten()).isLessThan(1000);
    }

    @Test
    void keysThatComeInTheirOrderFillPages() {
        StoredTree tree = open();
        for (int i = 0; i < 10_000; i++) {
            tree.put(key(i), new Object[] {"v"});
        }
        tree.flush();
        assertThat(store.size()).isLessThan(10_000 / 24);
    }
}
