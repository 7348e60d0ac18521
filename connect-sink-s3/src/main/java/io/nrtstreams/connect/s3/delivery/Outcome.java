package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.storage.ObjectLink;
import io.nrtstreams.connect.s3.storage.StoreException;

/** What came of a request for a chain. */
sealed interface Outcome {
    /** The chain has no link yet. */
    record NoLink() implements Outcome {}

    /** A link that somebody published: the last one of the chain, or the one that was there first. */
    record Found(ObjectLink link) implements Outcome {}

    /** The file is durable. */
    record Published() implements Outcome {}

    /** The request failed. */
    record Failed(StoreException failure) implements Outcome {}
}
