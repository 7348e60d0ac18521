package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.storage.ConditionalWriteProbe;
import io.nrtstreams.connect.s3.storage.NewObject;
import io.nrtstreams.connect.s3.storage.ObjectHead;
import io.nrtstreams.connect.s3.storage.ObjectLink;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.connect.s3.storage.ObjectStore.Creation;
import io.nrtstreams.connect.s3.storage.ShownKey;
import io.nrtstreams.connect.s3.storage.StoreException;
import io.nrtstreams.connect.s3.storage.StoreException.Kind;
import java.util.Optional;

/**
 * Links published by conditional create: of two writers that begin a link at the same offset one wins, and the other
 * reads what the winner wrote.
 */
final class ConditionalLinks implements LinkStore {
    /** Between two looks at an object somebody may delete it; more often than this is no accident. */
    private static final int ATTEMPTS = 3;

    private final ObjectStore store;
    private final ObjectNames names;
    private final String contentType;
    private final String writerId;
    private final LinkSearch search;
    private final ConditionalWriteProbe probe;

    ConditionalLinks(ObjectStore store, ObjectNames names, String contentType, String writerId) {
        this.store = store;
        this.names = names;
        this.contentType = contentType;
        this.writerId = writerId;
        this.search = new LinkSearch(store);
        this.probe = new ConditionalWriteProbe(store, names.prefix());
    }

    @Override
    public Outcome lastLink(ChainId chain, long from) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<String> last = search.lastLink(chain, from);
            if (last.isEmpty()) {
                return new Outcome.NoLink();
            }
            Optional<ObjectHead> head = store.head(last.get());
            if (head.isPresent()) {
                return new Outcome.Found(link(last.get(), head.get()));
            }
        }
        throw new StoreException(
                Kind.TRANSIENT,
                "the last object of a chain of " + chain.source() + " is listed, but cannot be found; the store is not"
                        + " consistent, or somebody deletes objects");
    }

    @Override
    public Outcome publish(ChainId chain, ClosedFile file) {
        probe.requireConditionalWrites();
        ObjectLink ours = file.link(chain.source(), writerId);
        String key = names.key(chain, file.firstOffset());
        NewObject object = new NewObject(key, file.content(), contentType, ours.toMetadata());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (store.create(object) == Creation.CREATED) {
                return new Outcome.Published();
            }
            Optional<ObjectHead> winner = store.head(key);
            if (winner.isPresent()) {
                return settled(ours, link(key, winner.get()));
            }
        }
        throw new StoreException(
                Kind.TRANSIENT,
                "the object " + ShownKey.of(key) + " is created and deleted by somebody else at the same time");
    }

    /** A create that succeeded while its answer was lost finds itself. */
    private static Outcome settled(ObjectLink ours, ObjectLink winner) {
        return winner.isSamePublication(ours) ? new Outcome.Published() : new Outcome.Found(winner);
    }

    private static ObjectLink link(String key, ObjectHead head) {
        try {
            return head.link();
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    Kind.PERMANENT,
                    "the object " + ShownKey.of(key) + " was not written by this sink (" + e.getMessage()
                            + "); move it away, or use another s3.prefix",
                    e);
        }
    }
}
