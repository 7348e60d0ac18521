package io.nrtstreams.analytics.host;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.unsafe.hash.Murmur3_x86_32;

/**
 * Numbers for slots, each given once in a job. Spark spreads rows by a hash of their number; numbers are chosen so that
 * bucket i comes to the shuffle partition i modulo the number of partitions, and so a query uses all of them.
 */
final class SlotNumbers {

    /** What Spark's hash partitioning begins with. */
    private static final int SEED = 42;

    private SlotNumbers() {}

    /**
     * The next numbers for a query.
     *
     * @param from the first number that was never given
     * @param partitions shuffle partitions of the job, as many as the query gets slots
     */
    static List<Integer> next(int from, int partitions) {
        List<Integer> slots = new ArrayList<>();
        int number = from;
        for (int bucket = 0; bucket < partitions; bucket++) {
            while (partition(number, partitions) != bucket) {
                number++;
            }
            slots.add(number++);
        }
        return slots;
    }

    /** The shuffle partition to which Spark brings a slot's rows. */
    static int partition(int slot, int partitions) {
        return Math.floorMod(Murmur3_x86_32.hashInt(slot, SEED), partitions);
    }
}
