package io.nrtstreams.analytics.host.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nrtstreams.sql.format.TopicCodec;
import io.nrtstreams.sql.plan.PlanNode.Source;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.plan.Stages;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Records of all topics that a query reads: few keys, times that go on and sometimes back, nulls, deletions and rubbish. */
final class RandomRecords {

    private static final byte[] RUBBISH = "{".getBytes(UTF_8);

    private final Random random;
    private final int partitions;
    private final List<Source> sources;
    private final List<TopicCodec> codecs;
    private final Map<String, Long> offsets = new HashMap<>();
    private long now = 1_000_000;

    RandomRecords(QueryPlan plan, Random random, int partitions) {
        this.random = random;
        this.partitions = partitions;
        this.sources = Stages.of(plan).sources().stream()
                .sorted(Comparator.comparing(source -> source.layout().topic()))
                .toList();
        this.codecs = sources.stream()
                .map(source -> TopicCodec.of(source.layout(), Planned.FORMATS))
                .toList();
    }

    List<TopicRecord> next(int count) {
        List<TopicRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(next());
        }
        return records;
    }

    private TopicRecord next() {
        int chosen = random.nextInt(sources.size());
        Source source = sources.get(chosen);
        now += random.nextInt(10) == 0 ? random.nextInt(40_000) : random.nextInt(1_500);
        long time = random.nextInt(5) == 0 ? now - random.nextInt(30_000) : now;
        @Nullable Object[] key = row(source.layout().schema().key(), 30);
        boolean isDeletion = random.nextInt(source.isTable() ? 5 : 40) == 0;
        @Nullable Object[] value = isDeletion ? null : row(source.layout().schema().value(), 15);
        String topic = source.layout().topic();
        TopicRecord record = codecs.get(chosen).encode(new Row(key, null, value, null, time, null));
        int partition = Math.floorMod(String.valueOf(key[0]).hashCode(), partitions);
        boolean isRubbish = random.nextInt(50) == 0;
        List<TopicRecord.Header> headers =
                random.nextInt(20) == 0 ? List.of(new TopicRecord.Header("h", new byte[] {1})) : List.of();
        return new TopicRecord(
                topic,
                partition,
                offsets.merge(topic + partition, 1L, Long::sum),
                time,
                record.key(),
                isRubbish ? RUBBISH : record.value(),
                headers);
    }

    static boolean isRubbish(TopicRecord record) {
        return record.value() == RUBBISH;
    }

    private @Nullable Object[] row(List<Column> columns, int nullEvery) {
        return columns.stream()
                .map(column -> random.nextInt(nullEvery) == 0 ? null : value(column.type()))
                .toArray();
    }

    private Object value(SqlType type) {
        return switch (type.base()) {
            case STRING -> new String[] {"a", "b", "c-d", "ä", "e-f-g"}[random.nextInt(5)];
            case INTEGER -> random.nextInt(10);
            case BIGINT -> (long) random.nextInt(10);
            case DOUBLE -> random.nextInt(100) / 8.0;
            case DECIMAL -> BigDecimal.valueOf(random.nextInt(1000), 2);
            default -> throw new IllegalArgumentException("no source has a column of type " + type);
        };
    }
}
