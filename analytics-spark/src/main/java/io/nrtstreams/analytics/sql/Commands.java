package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.sql.command.Command;
import io.nrtstreams.analytics.sql.command.CommandLog;
import io.nrtstreams.analytics.sql.command.Contents;
import io.nrtstreams.analytics.sql.command.Differences;
import io.nrtstreams.analytics.sql.command.UnknownOutcomeException;
import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.engine.Outcome;
import io.nrtstreams.sql.engine.Snapshot;
import io.nrtstreams.sql.engine.Topics;
import io.nrtstreams.sql.model.Model;
import io.nrtstreams.sql.parser.ParsedStatement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out statements that change something, one at a time and each in this order:
 *
 * <ol>
 *   <li>it is tried on a copy of the engine, so that what is refused has changed nothing; a schema registry may keep a schema
 *       that nobody uses, which does no harm;
 *   <li>its topics are made, and deleted again when the next step fails;
 *   <li>what it changed is written to the command log: from here on it counts, whatever happens to the server;
 *   <li>the engine, the runtime and the listeners follow; a server that dies here follows when it starts again;
 *   <li>topics are deleted; one that cannot be is told of in the answer.
 * </ol>
 *
 * Thread-safe.
 */
final class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final Engine engine;
    private final CommandLog log;
    private final Topics topics;
    private final InstantSource clock;
    private final String server;
    private final RunningQueries running;
    private final List<CatalogListener> listeners;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Contents contents;

    Commands(
            Engine engine,
            CommandLog log,
            Topics topics,
            InstantSource clock,
            String server,
            RunningQueries running,
            List<CatalogListener> listeners) {
        this.engine = engine;
        this.log = log;
        this.topics = topics;
        this.clock = clock;
        this.server = server;
        this.running = running;
        this.listeners = listeners;
        this.contents = log.settle();
        adopt(contents);
        log.listen(new Follower());
    }

    /**
     * What a statement brought about.
     *
     * @param sequence of its command; -1 when it changed nothing
     * @param warnings about what could not be finished
     */
    record Done(Outcome outcome, long sequence, List<String> warnings) {}

    private final class Follower implements CommandLog.Listener {

        @Override
        public void followed(Contents now) {
            locked(() -> adopt(now));
        }

        @Override
        public void promoted(Contents now) {
            locked(() -> adopt(now));
        }

        @Override
        public void lost(String reason) {
            running.stop("This server has lost the command log: " + reason + ". Start it again.");
        }
    }

    private void locked(Runnable step) {
        lock.lock();
        try {
            step.run();
        } finally {
            lock.unlock();
        }
    }

    private void adopt(Contents now) {
        contents = now;
        engine.restore(now.snapshot());
        if (log.isOwned()) {
            running.follow(now);
        }
        tell();
        changed();
    }

    private void changed() {
        locked(changed::signalAll);
    }

    private void tell() {
        CatalogView view = view();
        for (CatalogListener listener : listeners) {
            try {
                listener.changed(view);
            } catch (RuntimeException e) {
                LOG.error("Not all that follows the catalog could follow it.", e);
            }
        }
    }

    CatalogView view() {
        Snapshot now = engine.snapshot();
        return new CatalogView(now.declarations(), now.queries());
    }

    Contents contents() {
        return contents;
    }

    /** An engine to try things on; what it makes of topics happens nowhere. */
    Engine trial() {
        return engine.fork(new TopicChanges(topics), clock);
    }

    /**
     * Carries out a statement.
     *
     * @param properties of its session
     * @throws io.nrtstreams.sql.SqlException when it is refused or cannot be written to the log
     */
    Done carryOut(ParsedStatement parsed, Map<String, String> properties) {
        return change(parsed, properties, trial -> trial.execute(parsed.statement(), parsed.text(), properties));
    }

    /** Takes a fitted model in. */
    Done install(ParsedStatement parsed, Map<String, String> properties, Outcome.Fit fit, Model model) {
        return change(parsed, properties, trial -> trial.install(fit, model));
    }

    /** Sets a property of the server for all sessions. */
    Done set(ParsedStatement parsed, String name, String value) {
        lock.lock();
        try {
            Contents before = settled();
            Command command = Differences.setting(before, name, value, statement(parsed, Map.of()));
            log.append(command);
            contents = before.after(command);
            changed.signalAll();
            return new Done(new Outcome.Done(name + " is " + value + " from now on."), command.sequence(), List.of());
        } finally {
            lock.unlock();
        }
    }

    private Done change(ParsedStatement parsed, Map<String, String> properties, Function<Engine, Outcome> step) {
        lock.lock();
        try {
            Contents before = settled();
            TopicChanges planned = new TopicChanges(topics);
            Engine trial = engine.fork(planned, clock);
            Outcome outcome = step.apply(trial);
            Snapshot after = ResolvedText.in(trial.snapshot(), parsed.statement());
            Command command = Differences.between(before, after, statement(parsed, properties));
            if (command.changes().isEmpty()) {
                return new Done(outcome, -1, List.of());
            }
            write(command, planned);
            adopt(before.after(command));
            return new Done(outcome, command.sequence(), planned.delete());
        } finally {
            lock.unlock();
        }
    }

    private Differences.Statement statement(ParsedStatement parsed, Map<String, String> properties) {
        return new Differences.Statement(parsed.text(), properties, server, clock.instant());
    }

    private Contents settled() {
        Contents now = log.settle();
        if (now.sequence() != contents.sequence()) {
            adopt(now);
        }
        return now;
    }

    private void write(Command command, TopicChanges planned) {
        planned.make();
        try {
            log.append(command);
        } catch (UnknownOutcomeException e) {
            // The topics stay: the command may be in the log.
            throw e;
        } catch (RuntimeException e) {
            planned.undo(e);
            throw e;
        }
    }

    /**
     * Waits until a command has been carried out.
     *
     * @throws ServiceException when it takes too long
     */
    void await(long sequence, Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (contents.sequence() < sequence) {
                if (left <= 0) {
                    throw ServiceException.of(
                            ErrorCode.COMMAND_TIMEOUT,
                            "The command " + sequence + " was not carried out in " + patience.toMillis()
                                    + " ms; the last one is " + contents.sequence() + ". Repeat the request.");
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.of(ErrorCode.SHUTTING_DOWN, "The server stops.");
        } finally {
            lock.unlock();
        }
    }
}
