package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.host.Exclusion.LevelTask;
import io.nrtstreams.analytics.host.Exclusion.Written;
import io.nrtstreams.analytics.host.output.OutputException;
import io.nrtstreams.analytics.host.output.OutputSettings;
import io.nrtstreams.analytics.host.output.WriterId;
import io.nrtstreams.analytics.host.output.WrittenTasks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes queries out of a batch that failed on their account, and notes which of their tasks had written. */
final class Exclusions {

    private static final Logger LOG = LoggerFactory.getLogger(Exclusions.class);

    private final OutputSettings output;

    Exclusions(OutputSettings output) {
        this.output = output;
    }

    /**
     * Takes queries out of the batch that the job failed in.
     *
     * @param ids of the queries to blame
     * @param states of all queries of the job
     * @return those that are out; none when that could not be found out or stored, and the batch is tried again with all
     */
    List<QueryState> exclude(Job job, Set<String> ids, List<QueryState> states) {
        BatchBrain.Batch batch = job.brain().planned().orElse(null);
        if (ids.isEmpty() || batch == null) {
            return List.of();
        }
        List<QueryState> out = new ArrayList<>();
        try {
            Written written = written(job, batch);
            for (QueryState state : states) {
                Member member = state.member();
                if (member != null && ids.contains(state.key().id()) && isIn(member, batch)) {
                    job.brain().exclude(exclusion(job, batch, member.key(), written));
                    out.add(state);
                }
            }
        } catch (OutputException | IOException e) {
            LOG.warn("{} cannot be taken out of the batch that it fails in: {}", ids, e.getMessage());
        }
        return out;
    }

    private static boolean isIn(Member member, BatchBrain.Batch batch) {
        return batch.tasks().stream()
                .flatMap(task -> task.scans().stream())
                .anyMatch(scan ->
                        scan.queries().stream().anyMatch(query -> query.key().equals(member.key())));
    }

    private static Exclusion exclusion(Job job, BatchBrain.Batch batch, QueryKey query, Written written) {
        Exclusion fresh = of(batch, query, written);
        return job.brain()
                .exclusion(query)
                .map(earlier -> fresh.with(earlier.written()))
                .orElse(fresh);
    }

    /**
     * A query's part of a batch.
     *
     * @param written tasks of all levels that have committed; that of the source is level 0
     */
    static Exclusion of(BatchBrain.Batch batch, QueryKey query, Written written) {
        Map<TopicPartition, Long> from = new HashMap<>();
        Map<TopicPartition, Long> until = new HashMap<>();
        Set<TopicPartition> scans = new TreeSet<>(Positions.ORDER);
        long time = batch.end().time();
        for (SourceTask task : batch.tasks()) {
            for (ScanRange scan : task.scans()) {
                if (scan.queries().stream().anyMatch(one -> one.key().equals(query))) {
                    TopicPartition partition = new TopicPartition(
                            scan.range().topic(), scan.range().partition());
                    from.put(partition, scan.range().from());
                    until.put(partition, scan.range().until());
                    time = scan.time();
                    if (scan.written() || written.tasks().contains(new LevelTask(0, task.index()))) {
                        scans.add(partition);
                    }
                }
            }
        }
        Set<LevelTask> tasks = new TreeSet<>(written.tasks());
        tasks.removeIf(task -> task.level() == 0);
        return new Exclusion(
                query,
                batch.end().batch(),
                time,
                Positions.of(from),
                Positions.of(until),
                batch.end().behind(query),
                new Written(scans, tasks));
    }

    /** The tasks that have written; level 0 is that of the source. */
    private Written written(Job job, BatchBrain.Batch batch) {
        Set<LevelTask> tasks = new TreeSet<>();
        for (int level = 0; level <= job.depth(); level++) {
            int count = level == 0 ? batch.tasks().size() : job.partitions();
            WriterId stage = new WriterId(job.settings().job(), job.settings().run(), level, 0);
            BitSet written = WrittenTasks.of(output, stage, count, batch.end().batch());
            int of = level;
            written.stream().forEach(task -> tasks.add(new LevelTask(of, task)));
        }
        return new Written(Set.of(), tasks);
    }
}
