package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.storage.NewObject;
import io.nrtstreams.connect.s3.storage.ObjectStore;

/**
 * Links written whatever is there, for stores without conditional writes: at least once. A file that is written again
 * with the same first offset replaces the one before.
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
        store.put(new NewObject(
                names.key(chain, file.firstOffset()),
                file.content(),
                contentType,
                file.link(chain.source(), writerId).toMetadata()));
        return new Outcome.Published();
    }
}
