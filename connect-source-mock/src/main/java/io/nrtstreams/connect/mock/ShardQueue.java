package io.nrtstreams.connect.mock;

import java.util.List;
import java.util.function.Consumer;

/**
 * The shards of a task, the one whose next record has the earliest event time first; of equal ones that with the
 * lowest number, so that the order is always the same. A heap whose head is moved in place. Not thread-safe.
 */
final class ShardQueue {
    private final ShardRun[] heap;

    /** @param shards at least one, in the order of their numbers */
    ShardQueue(List<ShardRun> shards) {
        this.heap = shards.toArray(ShardRun[]::new);
        if (heap.length == 0) {
            throw new IllegalArgumentException("a task has at least one shard");
        }
        order();
    }

    ShardRun first() {
        return heap[0];
    }

    /** To be called when the first shard's next record is another one. */
    void firstMoved() {
        sink(0);
    }

    /** To be called when the next records of several shards are others. */
    void order() {
        for (int i = heap.length / 2 - 1; i >= 0; i--) {
            sink(i);
        }
    }

    void forEach(Consumer<ShardRun> action) {
        for (ShardRun shard : heap) {
            action.accept(shard);
        }
    }

    private void sink(int from) {
        ShardRun moved = heap[from];
        int hole = from;
        for (int child = 2 * hole + 1; child < heap.length; child = 2 * hole + 1) {
            int least = child + 1 < heap.length && isBefore(heap[child + 1], heap[child]) ? child + 1 : child;
            if (!isBefore(heap[least], moved)) {
                break;
            }
            heap[hole] = heap[least];
            hole = least;
        }
        heap[hole] = moved;
    }

    private static boolean isBefore(ShardRun a, ShardRun b) {
        return a.due() == b.due() ? a.shard().index() < b.shard().index() : a.due() < b.due();
    }
}
