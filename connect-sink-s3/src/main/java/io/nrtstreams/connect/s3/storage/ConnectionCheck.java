package io.nrtstreams.connect.s3.storage;

import io.nrtstreams.connect.s3.storage.StoreException.Concern;
import io.nrtstreams.connect.s3.storage.StoreException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a store for everything that the sink will want of it, before there is any data: to list, to create an object and not
 * twice, to read it, and to know of unfinished uploads. Leaves one empty object behind, as the sink itself does.
 *
 * <p>The object is written with all the options of the settings where it is not there yet.
 */
public final class ConnectionCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionCheck.class);

    /** With two tries of seven requests at most, one after another; a store that needs longer is not well. */
    private static final Duration EACH_TRY = Duration.ofSeconds(3);

    private static final Retries RETRIES = new Retries(2, Duration.ofMillis(100), Duration.ofMillis(500));

    /** Where these are wrong no other request will do better. */
    private static final Set<Concern> HOPELESS = EnumSet.of(
            Concern.BUCKET, Concern.REGION, Concern.ENDPOINT, Concern.PROXY, Concern.CREDENTIALS, Concern.ROLE);

    private final StoreSettings settings;
    private final String prefix;
    private final Duration limit;

    /** What is promised of writes. */
    public enum Writes {
        /** An object that exists is not created again. */
        CONDITIONAL,
        /** An object that exists may be replaced. */
        ANY
    }

    /**
     * A check that sends nothing yet.
     *
     * @param prefix of the sink's objects, without a slash at either end; may be empty
     * @param limit of the time in all
     */
    public ConnectionCheck(StoreSettings settings, String prefix, Duration limit) {
        this.settings = settings.with(RETRIES).with(settings.transport().within(EACH_TRY));
        this.prefix = prefix;
        this.limit = limit;
    }

    /** What the store does not do, or empty if all is well. Throws nothing, and ends within the limit. */
    public List<StoreException> run(Writes writes) {
        FutureTask<List<StoreException>> asking = new FutureTask<>(() -> ask(writes));
        Thread thread = new Thread(asking, "nrt-s3-check");
        thread.setDaemon(true);
        thread.start();
        try {
            return asking.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // What hangs is a single try now, which ends by its own limit.
            asking.cancel(true);
            return List.of(
                    unanswered("the store did not answer all questions within " + Unreachable.inWords(limit), e));
        } catch (ExecutionException e) {
            return List.of(unanswered("a question to the store failed unexpectedly: " + e.getCause(), e));
        } catch (InterruptedException e) {
            asking.cancel(true);
            Thread.currentThread().interrupt();
            return List.of(unanswered("the question to the store was interrupted", e));
        }
    }

    private List<StoreException> ask(Writes writes) {
        try (ObjectStore store = ObjectStores.open(settings)) {
            return new Questions(store, prefix).ask(writes);
        } catch (StoreException e) {
            return List.of(e);
        }
    }

    private StoreException unanswered(String what, Exception cause) {
        return new StoreException(Kind.TRANSIENT, Concern.ENDPOINT, "bucket " + settings.bucket() + ": " + what, cause);
    }

    /** The questions, one after another. */
    private static final class Questions {
        private final ObjectStore store;
        private final String folder;
        private final ConditionalWriteProbe probe;
        private final List<StoreException> failures = new ArrayList<>();

        Questions(ObjectStore store, String prefix) {
            this.store = store;
            this.folder = ConditionalWriteProbe.folder(prefix);
            this.probe = new ConditionalWriteProbe(store, prefix);
        }

        List<StoreException> ask(Writes writes) {
            ask(this::list);
            if (failures.stream().noneMatch(failure -> HOPELESS.contains(failure.concern()))) {
                ask(writes == Writes.CONDITIONAL ? probe::requireConditionalWrites : () -> store.put(probe.object()));
                ask(() -> store.head(probe.object().key()));
                lookForUploads();
            }
            return failures;
        }

        private void ask(Runnable question) {
            try {
                question.run();
            } catch (StoreException e) {
                failures.add(e);
            }
        }

        private void list() {
            try (Stream<StoredObject> objects = store.list(folder)) {
                LOG.debug(
                        "listed {}, which holds objects: {}",
                        folder,
                        objects.findFirst().isPresent());
            }
        }

        /** The sink can do without: then uploads of tasks that were killed stay until a lifecycle rule removes them. */
        private void lookForUploads() {
            try (Stream<UnfinishedUpload> uploads = store.unfinishedUploads(folder)) {
                LOG.debug(
                        "listed uploads, which are under way: {}",
                        uploads.findFirst().isPresent());
            } catch (StoreException e) {
                LOG.warn("unfinished uploads cannot be listed and will not be removed by the sink: {}", e.getMessage());
            }
        }
    }
}
