package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.storage.NewObject;
import io.nrtstreams.connect.s3.storage.ObjectHead;
import io.nrtstreams.connect.s3.storage.ObjectLink;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import java.util.Optional;

/**
 * Links for stores without conditional writes: at least once. A file that is written again with the same first offset
 * replaces the one before, unless that holds as much or more: a task that was thought dead would take away what its
 * successor has stored and committed. Between the look and the write another may write; only conditions close that gap.
 */
final class UnconditionalLinks implements LinkStore {
    private final ObjectStore store;
    private final ObjectNames names;
    private final String contentType;
    private final String writerId;

    UnconditionalLinks(ObjectStore store, ObjectNames names, String contentType, String writerId) {
        this.store = store;
        this.names = names;
        this.contentType = contentType;
        this.writerId = writerId;
    }

    @Override
    public Outcome lastLink(ChainId chain, long from) {
        return new Outcome.NoLink();
    }

    @Override
    public Outcome publish(ChainId chain, ClosedFile file) {
        ObjectLink ours = file.link(chain.source(), writerId);
        String key = names.key(chain, file.firstOffset());
        Optional<ObjectLink> there = store.head(key).flatMap(UnconditionalLinks::link);
        if (there.filter(link -> covers(link, ours)).isPresent()) {
            return new Outcome.Found(there.get());
        }
        store.put(new NewObject(key, file.content(), contentType, ours.toMetadata()));
        return new Outcome.Published();
    }

    /** An object that is no link is replaced like any other. */
    private static Optional<ObjectLink> link(ObjectHead head) {
        try {
            return Optional.of(head.link());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Another timestamp is another record, of a topic that was deleted and created again. */
    private static boolean covers(ObjectLink there, ObjectLink ours) {
        return there.firstOffset() == ours.firstOffset()
                && there.firstTimestamp() == ours.firstTimestamp()
                && there.lastOffset() >= ours.lastOffset();
    }
}
