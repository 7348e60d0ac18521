package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.batch.history.Histories;
import io.nrtstreams.analytics.host.output.DataLoss;
import io.nrtstreams.analytics.host.output.TopicRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the tasks of a batch read. It follows from what is stored and from nothing else, so that a batch that is run again
 * has the same tasks: their numbers are those under which they write.
 */
final class BatchPlan {

    private static final Comparator<ScanRange> LARGEST_FIRST = Comparator.comparingLong(ScanRange::records)
            .reversed()
            .thenComparing(scan -> scan.range().topic())
            .thenComparingInt(scan -> scan.range().partition())
            .thenComparingLong(scan -> scan.range().from())
            .thenComparingLong(ScanRange::time)
            .thenComparing(ScanRange::onLoss)
            .thenComparing(ScanRange::written)
            .thenComparing(ScanRange::behind)
            .thenComparing(scan -> String.valueOf(scan.history()));

    private record Shared(
            TopicRange range,
            DataLoss onLoss,
            Histories.@Nullable Wanted history,
            long time,
            boolean written,
            boolean behind) {}

    private final JobOffset start;
    private final JobOffset end;
    private final List<Exclusion> exclusions;

    private BatchPlan(JobOffset start, JobOffset end, List<Exclusion> exclusions) {
        this.start = start;
        this.end = end;
        this.exclusions = exclusions;
    }

    /**
     * The tasks of the batch between two offsets.
     *
     * @param before the program of the batch before
     * @param now the program of this batch
     * @param tasks at most
     */
    static List<SourceTask> of(
            JobOffset start, JobOffset end, Program before, Program now, List<Exclusion> exclusions, int tasks) {
        return new BatchPlan(start, end, exclusions).tasks(before, now, tasks);
    }

    private List<SourceTask> tasks(Program before, Program now, int tasks) {
        Map<Shared, List<JobQuery>> ranges = new LinkedHashMap<>();
        for (Member member : now.members().values()) {
            ranges(member)
                    .forEach(range -> ranges.computeIfAbsent(range, key -> new ArrayList<>())
                            .add(member.query()));
        }
        List<ScanRange> scans = ranges.entrySet().stream()
                .map(entry -> scan(entry.getKey(), entry.getValue()))
                .sorted(LARGEST_FIRST)
                .toList();
        // Shared out as if no query were out, so that tasks keep the numbers they had when the batch was tried with
        // all.
        List<List<ScanRange>> shares = shares(scans, tasks);
        List<QueryKey> out = exclusions.stream()
                .filter(exclusion -> exclusion.batch() == end.batch())
                .map(Exclusion::query)
                .toList();
        List<SourceTask> result = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            List<ScanRange> share = shares.get(i).stream()
                    .map(scan -> scan.without(out))
                    .filter(scan -> !scan.queries().isEmpty())
                    .toList();
            result.add(new SourceTask(end.batch(), i, share, i == 0 ? cleared(before, now) : List.of()));
        }
        return result;
    }

    private List<Shared> ranges(Member member) {
        Optional<Exclusion> resumed = exclusions.stream()
                .filter(exclusion -> exclusion.query().equals(member.key()) && exclusion.isResumedBy(start, end))
                .findFirst();
        Positions from = member.positions(start);
        long time = resumed.map(Exclusion::time).orElse(end.time());
        Partitions behind = end.behind(member.key());
        List<Shared> ranges = new ArrayList<>();
        end.positions().getOrDefault(member.key(), Positions.NONE).offsets().forEach((partition, until) -> {
            if (until > from.at(partition)) {
                TopicRange range = new TopicRange(
                        partition.topic(),
                        member.topicIds().get(partition.topic()),
                        partition.partition(),
                        from.at(partition),
                        until);
                boolean written = resumed.filter(
                                exclusion -> exclusion.written().scans().contains(partition))
                        .isPresent();
                ranges.add(new Shared(
                        range,
                        member.query().onLoss(),
                        member.query().history(partition.topic()),
                        time,
                        written,
                        behind.contains(partition)));
            }
        });
        return ranges;
    }

    private static ScanRange scan(Shared shared, List<JobQuery> queries) {
        return new ScanRange(
                shared.range(),
                shared.onLoss(),
                shared.history(),
                shared.time(),
                shared.written(),
                shared.behind(),
                queries);
    }

    private static List<Integer> cleared(Program before, Program now) {
        return before.members().values().stream()
                .filter(member -> now.member(member.key()).isEmpty())
                .flatMap(member -> member.query().hosted().slots().stream())
                .toList();
    }

    /** Each scan, the largest first, goes to the task that has least to do. */
    private static List<List<ScanRange>> shares(List<ScanRange> scans, int tasks) {
        int count = Math.max(1, Math.min(tasks, scans.size()));
        List<List<ScanRange>> shares = new ArrayList<>();
        long[] records = new long[count];
        for (int i = 0; i < count; i++) {
            shares.add(new ArrayList<>());
        }
        for (ScanRange scan : scans) {
            int least = 0;
            for (int i = 1; i < count; i++) {
                least = records[i] < records[least] ? i : least;
            }
            shares.get(least).add(scan);
            records[least] += scan.records();
        }
        return shares;
    }
}
