package io.nrtstreams.connect.s3.delivery;

/** Where the links of chains are kept. Thread-safe; its methods throw what the store throws. */
interface LinkStore {
    /**
     * Looks for the chain's last link: {@link Outcome.NoLink} or {@link Outcome.Found}.
     *
     * @param from the first record of the chain that is not known to be durable: helps to find the link sooner
     */
    Outcome lastLink(ChainId chain, long from);

    /** Makes the file the chain's next link: {@link Outcome.Published}, or {@link Outcome.Found} if there is one. */
    Outcome publish(ChainId chain, ClosedFile file);
}
