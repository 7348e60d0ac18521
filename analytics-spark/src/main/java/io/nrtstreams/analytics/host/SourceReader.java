package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.batch.history.Histories;
import io.nrtstreams.analytics.host.flow.Block;
import io.nrtstreams.analytics.host.flow.RecordOutput;
import io.nrtstreams.analytics.host.flow.SourceFlow;
import io.nrtstreams.analytics.host.output.RangeReader;
import io.nrtstreams.analytics.host.output.SourceException;
import io.nrtstreams.sql.row.TopicRecord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.jspecify.annotations.Nullable;

/**
 * A source task at work: reads its ranges one after the other and gives blocks for the slots; direct results are committed
 * before it says that there are no more. Holds the blocks that a record made full.
 */
final class SourceReader implements PartitionReader<InternalRow> {

    private final JobSettings settings;
    private final QueryCounts counts;
    private final TaskOutput output;
    private final Iterator<ScanRange> scans;
    private final Deque<InternalRow> ready = new ArrayDeque<>();
    private @Nullable Scanning scanning;
    private @Nullable InternalRow current;
    private boolean isDone;

    private record Scanning(ScanRange scan, RangeReader reader, SourceFlow flow) {}

    SourceReader(SourceTask task, JobSettings settings, QueryCounts counts) {
        this.settings = settings;
        this.counts = counts;
        this.output = TaskOutput.open(settings, 0, task.index(), task.batch(), Set.of(), counts);
        this.scans = task.scans().iterator();
        for (int slot : task.cleared()) {
            for (int level = 1; level <= settings.depth(); level++) {
                ready.add(BlockRows.clearing(slot, level));
            }
        }
    }

    @Override
    public boolean next() {
        while (ready.isEmpty() && !isDone) {
            advance();
        }
        current = ready.poll();
        return current != null;
    }

    @Override
    public InternalRow get() {
        if (current == null) {
            throw new IllegalStateException("there is no row before next() or behind the last");
        }
        return current;
    }

    @Override
    public void close() {
        Scanning at = scanning;
        if (at != null) {
            at.reader().close();
        }
        output.close();
    }

    private void advance() {
        Scanning at = scanning;
        if (at != null) {
            read(at);
        } else if (scans.hasNext()) {
            scanning = open(scans.next());
        } else {
            output.commit();
            isDone = true;
        }
    }

    private Scanning open(ScanRange scan) {
        RecordOutput results = scan.written() ? output.silent() : output;
        try {
            RangeReader reader = reader(scan);
            SourceFlow flow = SourceFlow.open(
                    scan.queries().stream().map(JobQuery::hosted).toList(),
                    scan.range().topic(),
                    scan.range().partition(),
                    scan.time(),
                    Environments.of(settings.libraries()),
                    this::ready,
                    results);
            return new Scanning(scan, reader, flow);
        } catch (SourceException e) {
            throw blaming(scan, e);
        }
    }

    private RangeReader reader(ScanRange scan) {
        Histories.Wanted history = scan.history();
        return history == null
                ? RangeReader.open(settings.output(), scan.range(), scan.onLoss())
                : RangeReader.open(
                        settings.output(),
                        scan.range(),
                        scan.onLoss(),
                        Histories.of(
                                history,
                                Environments.of(settings.libraries()).formats(),
                                SparkHadoopUtil.get()
                                        .newConfiguration(SparkEnv.get().conf())));
    }

    private void ready(Block block) {
        ready.add(BlockRows.internal(block));
    }

    /** Reads until there is a block, or to the end of the range. */
    private void read(Scanning at) {
        long records = 0;
        try {
            while (ready.isEmpty()) {
                TopicRecord record = at.reader().next();
                if (record == null) {
                    tellOfLoss(at);
                    at.flow().finish(at.scan().behind());
                    at.reader().close();
                    scanning = null;
                    break;
                }
                records++;
                at.flow().accept(record);
            }
        } catch (SourceException e) {
            throw blaming(at.scan(), e);
        }
        for (JobQuery query : at.scan().queries()) {
            counts.add(new QueryCounts.Count(query.key().id(), records, 0, 0));
        }
    }

    /**
     * Puts what is lost of a range into the processing log, in the transaction of the task's results: once, and as they were
     * made. A batch that is run again may find that more is gone. Then the entry is that of the attempt which committed: where
     * this task had not, that of the attempt which counts. Where it had written anything, its results and entries stay, and
     * keyed stages, of which the other attempt counts, lack what went in between without an entry of it.
     */
    private static void tellOfLoss(Scanning at) {
        at.reader().lost().ifPresent(lost -> at.flow().lost(lost.first(), lost.offsets()));
    }

    private static ScanFailure blaming(ScanRange scan, SourceException failure) {
        return new ScanFailure(
                scan.queries().stream().map(query -> query.key().id()).collect(Collectors.toSet()), failure);
    }
}
