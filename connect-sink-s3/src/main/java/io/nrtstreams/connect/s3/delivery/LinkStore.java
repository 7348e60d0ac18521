package io.nrtstreams.connect.s3.delivery;

/** Where the links of chains are kept. Thread-safe; its methods throw what the store throws. */
interface LinkStore {
    /** Looks for the chain's last link: {@link Outcome.NoLink} or {@link Outcome.Found}. */
    Outcome lastLink(ChainId chain);

    /** Makes the file the chain's next link: {@link Outcome.Published}, or {@link Outcome.Found} if there is one. */
    Outcome publish(ChainId chain, ClosedFile file);
}
