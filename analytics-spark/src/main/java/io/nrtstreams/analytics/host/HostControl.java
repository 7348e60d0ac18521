package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.pipeline.Causes;
import io.nrtstreams.analytics.sql.QueryRuntime.State;
import io.nrtstreams.analytics.sql.QueryRuntime.Status;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.registry.RegistryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.spark.sql.SparkSession;

/**
 * Decides what becomes of queries: starts, holds and ends them, looks after those that failed. Used by the host's thread, but
 * for {@link #status}.
 */
final class HostControl {

    private final InstantSource clock;
    private final TopicEnds ends;
    private final StartPositions beginnings;
    private final Jobs jobs;
    private final Exclusions exclusions;
    private final TopicChanges topics;

    HostControl(SparkSession session, HostSettings settings, Beginnings beginnings, InstantSource clock) {
        this.clock = clock;
        this.ends = new TopicEnds(settings.output().client());
        this.beginnings = new StartPositions(settings.output().client(), beginnings);
        this.jobs = new Jobs(session, settings, ends, clock);
        this.exclusions = new Exclusions(settings.output());
        this.topics = new TopicChanges(ends);
    }

    /** Starts a query, or tries to again. */
    void start(QueryState state) throws InterruptedException {
        try {
            QueryShape shape = QueryShape.of(state.start().query().plan());
            Job job = jobs.ofDepth(shape.depth());
            Member member = member(state, shape, job);
            state.joined(job, member);
            job.brain().hold(member.key(), state.isPaused());
            state.running(state.isPaused() ? State.PAUSED : State.STARTING);
            jobs.watch();
            startIfDue(job);
        } catch (RegistryException | IOException | UncheckedIOException | TimeoutException e) {
            again(state, Causes.of(e));
        } catch (ExecutionException e) {
            again(
                    state,
                    e.getCause() instanceof UnknownTopicOrPartitionException
                            ? "A topic that the query reads does not exist: " + Causes.of(e)
                                    + " Create it; the query then starts by" + " itself."
                            : Causes.of(e));
        } catch (SqlException e) {
            state.failed(String.valueOf(e.getMessage()));
        }
    }

    private Member member(QueryState state, QueryShape shape, Job job)
            throws InterruptedException, ExecutionException, TimeoutException, IOException {
        Optional<Member> known = job.brain().program().member(state.key().id());
        if (known.isPresent() && !known.get().key().equals(state.key())) {
            job.brain().change(job.brain().program().without(known.get().key()));
            known = Optional.empty();
        }
        Program program = job.brain().program();
        if (known.isPresent()) {
            Member before = known.get();
            Member now = before.running(
                    JobQuery.of(state.start(), before.query().hosted().slots()));
            if (!now.equals(before)) {
                job.brain().change(program.with(now, program.nextSlot()));
            }
            return now;
        }
        StartPositions.Beginning beginning =
                beginnings.of(shape.topics(), state.start().properties());
        List<Integer> slots = SlotNumbers.next(program.nextSlot(), job.partitions());
        Member member = new Member(JobQuery.of(state.start(), slots), beginning.positions(), beginning.topicIds());
        job.brain().change(program.with(member, slots.get(slots.size() - 1) + 1));
        return member;
    }

    private void again(QueryState state, String reason) {
        state.restarting(reason, clock.instant().plus(Backoff.after(state.failedAgain())));
    }

    /** Ends a query for good. */
    void end(String queryId) throws InterruptedException, TimeoutException {
        for (Job job : jobs.all()) {
            Optional<Member> member = job.brain().program().member(queryId);
            if (member.isPresent()) {
                jobs.end(job, member.get());
            }
        }
        jobs.watch();
    }

    /** Ends what is stored of queries that are not among these. */
    void endOthers(Collection<QueryState> known) throws InterruptedException, TimeoutException {
        List<QueryKey> keys = known.stream().map(QueryState::key).toList();
        jobs.openStored();
        for (Job job : jobs.all()) {
            for (Member member : job.brain().program().members().values()) {
                if (!keys.contains(member.key())) {
                    jobs.end(job, member);
                }
            }
        }
    }

    void pause(QueryState state) {
        state.pause(true);
        Job job = state.job();
        if (job != null) {
            job.brain().hold(state.key(), true);
        }
        if (!state.is(State.ERROR)) {
            state.running(State.PAUSED);
        }
    }

    /** Lets a query go on that was paused, or that has failed for good: somebody says that its cause is mended. */
    void resume(QueryState state) throws InterruptedException {
        state.pause(false);
        Job job = state.job();
        Member member = state.member();
        if (job == null || member == null) {
            start(state);
            return;
        }
        try {
            Member changed = topics.accepted(job, member);
            state.joined(job, changed);
            job.brain().hold(changed.key(), false);
            state.running(State.STARTING);
        } catch (IOException e) {
            again(state, Causes.of(e));
        }
    }

    /** Looks after all queries. */
    void tick(Collection<QueryState> states) throws InterruptedException, TimeoutException {
        for (Job job : jobs.all()) {
            Optional<Throwable> failure = job.failure();
            if (failure.isPresent()) {
                failed(job, failure.get(), of(job, states));
            }
            startIfDue(job);
        }
        for (QueryState state : states) {
            look(state);
        }
        jobs.finishEnds();
    }

    private void look(QueryState state) throws InterruptedException {
        Instant now = clock.instant();
        Job job = state.job();
        Member member = state.member();
        if (state.is(State.RESTARTING)) {
            boolean due =
                    state.view().nextAttempt().filter(at -> at.isAfter(now)).isEmpty();
            if (due && (job == null || member == null)) {
                start(state);
            } else if (due && job != null && member != null && job.isRunning()) {
                job.brain().hold(member.key(), false);
                state.restarted();
            }
        } else if (job != null && member != null && (state.is(State.STARTING) || state.is(State.RUNNING))) {
            Optional<String> changed = topics.trouble(member);
            if (changed.isPresent()) {
                job.brain().hold(member.key(), true);
                state.failed(changed.get());
            } else if (job.isHealthy() && job.brain().isLevel(member.key())) {
                state.recovered();
                if (state.is(State.STARTING)) {
                    state.running(State.RUNNING);
                }
            }
        }
    }

    private void failed(Job job, Throwable failure, List<QueryState> states) {
        Blamed blamed = Blamed.of(failure);
        List<QueryState> out = exclusions.exclude(job, blamed.queries(), states);
        for (QueryState state : out) {
            if (blamed.isLasting()) {
                state.failed(blamed.reason());
            } else {
                again(state, blamed.reason());
            }
        }
        if (out.isEmpty()) {
            job.failed(clock.instant());
            states.stream()
                    .filter(state -> state.is(State.RUNNING) || state.is(State.STARTING))
                    .forEach(state -> state.restarting(blamed.reason(), job.nextAttempt()));
        }
    }

    private void startIfDue(Job job) throws TimeoutException {
        if (!job.isRunning() && !job.nextAttempt().isAfter(clock.instant())) {
            job.start();
        }
    }

    private static List<QueryState> of(Job job, Collection<QueryState> states) {
        return states.stream().filter(state -> state.job() == job).toList();
    }

    /** Where a query is; any thread may ask. */
    static Positions reached(QueryState state) {
        Job job = state.job();
        Member member = state.member();
        return job == null || member == null ? Positions.NONE : job.brain().positions(member);
    }

    /** How a query fares. Any thread may ask. */
    Status status(QueryState state) {
        QueryState.View view = state.view();
        Job job = state.job();
        Member member = state.member();
        QueryCounts.Count none = QueryCounts.Count.none(state.key().id());
        QueryCounts.Count count =
                job == null ? none : job.counts().getOrDefault(state.key().id(), none);
        long lag = job == null || member == null ? 0 : topics.lag(member, reached(state));
        return new Status(
                view.state(),
                view.reason(),
                view.restarts(),
                view.nextAttempt(),
                count.in(),
                count.out(),
                count.errors(),
                lag);
    }

    /** Stops all jobs in good order. */
    void close() throws InterruptedException, TimeoutException {
        for (Job job : jobs.all()) {
            job.stop();
        }
        ends.close();
        beginnings.close();
    }
}
