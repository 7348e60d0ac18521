package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.host.flow.Block;
import io.nrtstreams.analytics.host.flow.SlotFlow;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.MapState;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StatefulProcessor;
import org.apache.spark.sql.streaming.TTLConfig;
import org.apache.spark.sql.streaming.TimeMode;
import org.apache.spark.sql.streaming.TimerValues;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The keyed stages of a level, slot by slot. Spark gives a task its slots one after the other, commits their state behind the
 * last, and then closes the processor: that is when the task's output is committed.
 */
final class LevelProcessor extends StatefulProcessor<Integer, Row, Row> {

    private static final long serialVersionUID = 1L;

    private final int level;
    private final JobSettings settings;
    private final QueryCounts counts;
    private transient @Nullable MapState<byte[], byte[]> state;
    private transient @Nullable TaskOutput output;

    LevelProcessor(int level, JobSettings settings, QueryCounts counts) {
        this.level = level;
        this.settings = settings;
        this.counts = counts;
    }

    @Override
    public void init(OutputMode mode, TimeMode time) {
        state = getHandle().getMapState("entries", Encoders.BINARY(), Encoders.BINARY(), TTLConfig.NONE());
    }

    @Override
    public Iterator<Row> handleInputRows(Integer slot, Iterator<Row> rows, TimerValues times) {
        MapState<byte[], byte[]> entries = state;
        if (entries == null) {
            throw new IllegalStateException("Spark gives rows before it has begun");
        }
        List<Row> onwards = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            if (BlockRows.level(row) != level) {
                onwards.add(row);
            } else if (BlockRows.isClearing(row)) {
                entries.clear();
            } else {
                blocks.add(BlockRows.block(row));
            }
        }
        if (!blocks.isEmpty()) {
            SlotFlow.run(
                    level,
                    blocks.iterator(),
                    new SlotStore(entries),
                    Environments.of(settings.libraries()),
                    block -> onwards.add(BlockRows.row(block)),
                    output());
        }
        return CollectionConverters.asScala(onwards.iterator());
    }

    @Override
    public void close() {
        TaskOutput written = output;
        if (written != null) {
            output = null;
            written.commit();
        }
    }

    private TaskOutput output() {
        TaskOutput known = output;
        if (known == null) {
            TaskContext task = TaskContext.get();
            TaskOutput opened = TaskOutput.open(
                    settings,
                    level,
                    task.partitionId(),
                    getHandle().getQueryInfo().getBatchId(),
                    Suppressed.of(task, level),
                    counts);
            task.addTaskCompletionListener((TaskCompletionListener) context -> opened.close());
            output = opened;
            known = opened;
        }
        return known;
    }
}
