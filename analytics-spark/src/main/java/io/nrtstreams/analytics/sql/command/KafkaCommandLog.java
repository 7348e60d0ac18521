package io.nrtstreams.analytics.sql.command;

import io.nrtstreams.analytics.kafka.Broker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log in a compacted topic of one partition. An {@link Election} chooses the server that owns it, and a {@link LogWriter}
 * fences those that did before, so that a server that was silent for a while cannot write behind its successor's back. The
 * others follow. A server that has lost the log has to be started again to take part.
 */
public final class KafkaCommandLog implements CommandLog {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaCommandLog.class);
    private static final Duration BEAT = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, Object> kafka;
    private final String topic;
    private final Owner self;
    private final CompletableFuture<@Nullable Void> decided = new CompletableFuture<>();
    private final CountDownLatch listening = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Listener listener;
    private volatile Contents contents = Contents.EMPTY;
    private volatile List<Skipped> skipped = List.of();
    private volatile Optional<Owner> owner = Optional.empty();
    private volatile @Nullable String lost;
    private @Nullable LogWriter writer;
    private volatile boolean owned;
    private boolean unsettled;

    private KafkaCommandLog(Map<String, Object> kafka, String topic, Owner self) {
        this.kafka = Map.copyOf(kafka);
        this.topic = topic;
        this.self = self;
        this.thread = new Thread(this::run, "command-log");
        thread.setDaemon(true);
    }

    /**
     * Opens a log and waits until it is known whether this server owns it.
     *
     * @param topic that exists
     * @param self whose id no other server of the service has
     * @throws io.nrtstreams.sql.SqlException when the broker does not answer
     */
    public static KafkaCommandLog open(Map<String, Object> kafka, String topic, Owner self) {
        KafkaCommandLog log = new KafkaCommandLog(kafka, topic, self);
        log.thread.start();
        try {
            new Broker(String.valueOf(kafka.get("bootstrap.servers")), PATIENCE)
                    .await(log.decided, "read the command log '" + topic + "'");
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
        return log;
    }

    private void run() {
        try (Election election = Election.join(kafka, topic, self);
                LogTail tail = LogTail.open(kafka, topic)) {
            while (!closed && lost == null) {
                beat(election, tail);
            }
        } catch (RuntimeException e) {
            decided.completeExceptionally(e);
            lose("its thread ended: " + e.getMessage());
        }
    }

    private void beat(Election election, LogTail tail) {
        try {
            election.poll(BEAT);
            if (!election.isDecided()) {
                return;
            }
            if (owned && !election.isChosen()) {
                lose("the broker gave it to another server, as it had not heard of this one for "
                        + Election.SILENCE.toSeconds() + " s");
            } else if (!owned && election.isChosen()) {
                own(tail);
            } else if (!owned) {
                follow(tail);
            }
        } catch (FencedInstanceIdException e) {
            lose("another server was started under the same id, " + self.id()
                    + "; give each a nrt.server.id of its own");
        } catch (KafkaException e) {
            LOG.warn("The command log {} cannot be read now; trying again.", topic, e);
            pause();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BEAT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    private void own(LogTail tail) {
        LogWriter opened = LogWriter.open(kafka, topic, self);
        try {
            tail.readToEnd();
            Contents read = tail.contents();
            opened.write(new Command(read.sequence(), read.nextNumber(), "", Map.of()));
        } catch (RuntimeException e) {
            opened.close();
            if (e instanceof KafkaException) {
                throw e;
            }
            throw new KafkaException("the command log cannot be taken over", e);
        }
        synchronized (this) {
            writer = opened;
            owned = true;
        }
        take(tail);
        owner = Optional.of(self);
        boolean first = decided.complete(null);
        if (!first) {
            tell(to -> to.promoted(contents));
        }
    }

    private void follow(LogTail tail) {
        boolean first = !decided.isDone();
        if (first) {
            tail.readToEnd();
        }
        if (tail.poll(BEAT) || first) {
            take(tail);
            owner = tail.owner();
            if (!decided.complete(null)) {
                tell(to -> to.followed(contents));
            }
        }
    }

    private void take(LogTail tail) {
        contents = tail.contents();
        skipped = tail.skipped();
    }

    private void tell(Consumer<Listener> what) {
        try {
            listening.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
        Listener to = listener;
        if (to != null && !closed) {
            what.accept(to);
        }
    }

    private void lose(String reason) {
        synchronized (this) {
            if (closed || lost != null) {
                return;
            }
            lost = reason;
            owned = false;
            closeWriter();
        }
        LOG.error("This server no longer owns the command log {}: {}.", topic, reason);
        tell(to -> to.lost(reason));
    }

    @Override
    public synchronized Contents settle() {
        if (unsettled && owned) {
            LogWriter fresh;
            try (LogTail tail = LogTail.open(kafka, topic)) {
                closeWriter();
                fresh = LogWriter.open(kafka, topic, self);
                tail.readToEnd();
                take(tail);
            } catch (KafkaException e) {
                throw new Broker(String.valueOf(kafka.get("bootstrap.servers")), PATIENCE)
                        .problem("find out whether the last statement was written to the command log", e);
            }
            writer = fresh;
            unsettled = false;
        }
        return contents;
    }

    @Override
    public List<Skipped> skipped() {
        return skipped;
    }

    @Override
    public Optional<Owner> owner() {
        return owner;
    }

    @Override
    public boolean isOwned() {
        return owned;
    }

    @Override
    public void listen(Listener added) {
        listener = added;
        listening.countDown();
    }

    @Override
    public void append(Command command) {
        Optional<String> fenced = write(command);
        if (fenced.isPresent()) {
            lose(fenced.get());
            throw new NotOwnerException(refusal());
        }
    }

    /** Writes a command, or tells why this server may no longer do so. */
    private synchronized Optional<String> write(Command command) {
        LogWriter to = writer;
        if (!owned || to == null) {
            throw new NotOwnerException(refusal());
        }
        try {
            to.write(command);
        } catch (NotOwnerException e) {
            return Optional.of(e.problem());
        } catch (UnknownOutcomeException e) {
            unsettled = true;
            throw e;
        }
        contents = contents.after(command);
        return Optional.empty();
    }

    private String refusal() {
        String reason = lost;
        if (reason != null) {
            return "This server, " + self + ", has lost the command log: " + reason
                    + ". Nothing was done; start it again, or send the statement to the server that has it.";
        }
        return "This server, " + self + ", only follows: "
                + owner.map(other -> "the command log is " + other + "'s. Send the statement there.")
                        .orElse("the command log has no owner yet. Repeat the statement.");
    }

    @Override
    public void close() {
        closed = true;
        listening.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            owned = false;
            closeWriter();
        }
    }

    private void closeWriter() {
        LogWriter open = writer;
        writer = null;
        if (open != null) {
            open.close();
        }
    }
}
