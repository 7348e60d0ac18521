package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.host.NextBatch.Moves;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a job reads next. Spark asks it on the job's own thread, the host changes it from another: thread-safe. What changes
 * the meaning of batches is stored before it is used.
 */
final class BatchBrain {

    /** How long Spark is kept waiting when there is nothing to do. */
    private static final Duration WAIT = Duration.ofMillis(500);

    private final JobFiles files;
    private final JobFiles.Settled settled;
    private final TopicEnds ends;
    private final NextBatch next;
    private final InstantSource clock;
    private final TreeMap<Long, Program> programs = new TreeMap<>();
    private final List<Exclusion> exclusions;
    private final Set<QueryKey> held = new HashSet<>();
    private final Map<QueryKey, Positions> moved = new HashMap<>();
    private JobOffset reached = JobOffset.START;
    private @Nullable Batch planned;
    private long completed = -2;
    private long given = -2;
    private boolean draining;

    /** A batch that was given to Spark. */
    record Batch(JobOffset start, JobOffset end, List<SourceTask> tasks) {}

    BatchBrain(JobFiles files, JobFiles.Settled settled, TopicEnds ends, long limit, InstantSource clock)
            throws IOException {
        this.files = files;
        this.settled = settled;
        this.ends = ends;
        this.clock = clock;
        this.next = new NextBatch(
                ends::end,
                topic -> ends.topic(topic).map(TopicEnds.Topic::partitions).orElse(0),
                limit);
        programs.put(0L, Program.EMPTY);
        files.programs().forEach(program -> programs.put(program.version(), program));
        this.exclusions = new ArrayList<>(files.exclusions());
    }

    int partitions() {
        return settled.partitions();
    }

    /** Whether the query takes part and has nothing to make up for. */
    synchronized boolean isLevel(QueryKey query) {
        return !held.contains(query)
                && !moved.containsKey(query)
                && exclusions.stream()
                        .filter(exclusion -> exclusion.query().equals(query))
                        .allMatch(exclusion -> exclusion.isMadeUpFor(reached));
    }

    synchronized Program program() {
        return programs.lastEntry().getValue();
    }

    /** Makes the program that of the next batches. */
    synchronized void change(Program changed) throws IOException {
        files.store(changed);
        programs.put(changed.version(), changed);
        ends.changed();
    }

    /** Keeps a query where it is, or lets it go on. */
    synchronized void hold(QueryKey query, boolean isHeld) {
        if (isHeld ? held.add(query) : held.remove(query)) {
            ends.changed();
        }
    }

    /**
     * Moves a query that is held to other positions, as some of its topics are other ones now. What it was taken out of it
     * then does not do again in the same way: it begins where that began, for the topics that are still the same.
     */
    synchronized void move(Member member, Positions positions) throws IOException {
        Positions from = exclusion(member.key()).map(Exclusion::from).orElse(Positions.NONE);
        List<Exclusion> left = new ArrayList<>(exclusions);
        left.removeIf(exclusion -> exclusion.query().equals(member.key()) && exclusion.batch() <= completed);
        if (left.size() < exclusions.size()) {
            files.store(left);
            exclusions.retainAll(left);
        }
        moved.put(member.key(), from.with(positions));
        ends.changed();
    }

    /** Where the query is behind the last batch that is known to be over. */
    synchronized Positions positions(Member member) {
        return member.positions(reached);
    }

    /** Begins no more batches, or does again. */
    synchronized void drain(boolean isDraining) {
        draining = isDraining;
        ends.changed();
    }

    /** The batch that was planned last: what failed when the job did. */
    synchronized Optional<Batch> planned() {
        return Optional.ofNullable(planned);
    }

    /** The number of the last batch that is known to be over; -2 while the job has not asked for another one. */
    synchronized long completed() {
        return completed;
    }

    /** Whether Spark has a batch that it has not asked for the next one after. */
    synchronized boolean isUnderWay() {
        return Math.max(given, planned == null ? -2 : planned.end().batch()) > completed;
    }

    /** Told before the job starts. */
    synchronized void starting() {
        completed = -2;
        given = -2;
        planned = null;
    }

    /** Takes a query out of a batch, for as long as it is held. What is known of earlier attempts must be in the new one. */
    synchronized void exclude(Exclusion exclusion) throws IOException {
        List<Exclusion> changed = new ArrayList<>(exclusions);
        changed.removeIf(earlier -> earlier.query().equals(exclusion.query()));
        changed.add(exclusion);
        files.store(changed);
        exclusions.clear();
        exclusions.addAll(changed);
        held.add(exclusion.query());
    }

    /** What is known of the query's earlier failure in this range. */
    synchronized Optional<Exclusion> exclusion(QueryKey query) {
        return exclusions.stream()
                .filter(exclusion -> exclusion.query().equals(query))
                .findFirst();
    }

    /** The offset behind the next batch; {@code start} when there is nothing to do for a while. */
    JobOffset next(JobOffset start) throws InterruptedException {
        long end = System.nanoTime() + WAIT.toNanos();
        while (true) {
            long version = ends.version();
            JobOffset offset = offset(start);
            long left = end - System.nanoTime();
            if (!offset.equals(start) || left <= 0) {
                return offset;
            }
            ends.await(version, Duration.ofNanos(left));
        }
    }

    private synchronized JobOffset offset(JobOffset start) {
        reached = start;
        completed = start.batch();
        settle(start);
        Program program = program();
        if (draining) {
            return start;
        }
        NextBatch.Reach reach = next.reach(start, program, exclusions, moves(start));
        boolean work = program.members().values().stream()
                        .anyMatch(member -> !reach.positions()
                                .getOrDefault(member.key(), Positions.NONE)
                                .isSameAs(member.positions(start)))
                || programAt(start).members().keySet().stream()
                        .anyMatch(key -> program.member(key).isEmpty());
        if (!work) {
            return start;
        }
        given = start.batch() + 1;
        return new JobOffset(given, clock.millis(), program.version(), reach.positions(), reach.behind());
    }

    /** A query that was taken out of the last batch goes back to where it was, though that batch was logged with it. */
    private Moves moves(JobOffset start) {
        Map<QueryKey, Positions> all = new HashMap<>(moved);
        exclusions.stream()
                .filter(exclusion -> exclusion.batch() == start.batch())
                .forEach(exclusion -> all.putIfAbsent(exclusion.query(), exclusion.from()));
        return new Moves(Set.copyOf(held), all);
    }

    /** Forgets moves that have been made. */
    private void settle(JobOffset start) {
        moved.entrySet()
                .removeIf(move -> start.positions()
                        .getOrDefault(move.getKey(), Positions.NONE)
                        .contains(move.getValue()));
    }

    /** The tasks of a batch. */
    synchronized List<SourceTask> plan(JobOffset start, JobOffset end) {
        List<SourceTask> tasks =
                BatchPlan.of(start, end, programAt(start), programAt(end), exclusions, settled.partitions());
        planned = new Batch(start, end, tasks);
        return tasks;
    }

    /** See {@link Suppressed#text}. */
    synchronized @Nullable String suppressed(JobOffset start, JobOffset end) {
        return Suppressed.text(start, end, exclusions);
    }

    /** Told when a batch is over: what only it and earlier ones needed goes. */
    synchronized void committed(JobOffset offset) throws IOException {
        List<Exclusion> done = exclusions.stream()
                .filter(exclusion -> exclusion.isMadeUpFor(offset)
                        || program().member(exclusion.query()).isEmpty())
                .toList();
        if (!done.isEmpty()) {
            List<Exclusion> left = new ArrayList<>(exclusions);
            left.removeAll(done);
            files.store(left);
            exclusions.removeAll(done);
        }
        for (Program old : List.copyOf(programs.headMap(offset.program()).values())) {
            if (old.version() > 0) {
                files.delete(old);
                programs.remove(old.version());
            }
        }
    }

    private Program programAt(JobOffset offset) {
        Program program = programs.get(offset.program());
        if (program == null) {
            throw new IllegalStateException("the queries of batch " + offset.batch() + " (programs/" + offset.program()
                    + ".json beside the checkpoint) are missing: restore them, or delete the whole folder of the job"
                    + " to begin anew");
        }
        return program;
    }
}
