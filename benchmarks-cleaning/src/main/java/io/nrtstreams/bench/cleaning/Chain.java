package io.nrtstreams.bench.cleaning;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.jspecify.annotations.Nullable;

/** Transforms one after the other, as a Connect worker runs them. */
final class Chain<R extends ConnectRecord<R>> implements Subject {
    private final List<R> records;
    private final List<Transformation<R>> transforms;

    /** The transforms, over a pool of these records. */
    Chain(IntFunction<R> records, List<Transformation<R>> transforms) {
        this.records = IntStream.range(0, RECORDS).mapToObj(records).toList();
        this.transforms = List.copyOf(transforms);
    }

    @Override
    public @Nullable Object take(int number) {
        R record = records.get(number);
        for (int i = 0; i < transforms.size() && record != null; i++) {
            record = transforms.get(i).apply(record);
        }
        return record;
    }
}
