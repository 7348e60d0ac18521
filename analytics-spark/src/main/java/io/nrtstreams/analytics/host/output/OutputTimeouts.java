package io.nrtstreams.analytics.host.output;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long the writer waits.
 *
 * @param block for one step of the broker, such as the metadata of a topic; after it the writer looks whether the topics are
 *     still there, so a deleted topic is reported after about this time
 * @param patience for a broker that does not answer, over all tries; after it the batch fails and is tried again
 * @param transaction after which the broker ends what a dead writer left open, if nobody takes over before; until then readers
 *     of committed records wait at it. A task must be done with a batch within this time
 */
public record OutputTimeouts(Duration block, Duration patience, Duration transaction) implements Serializable {

    /** 5 s for a step, 30 s in all, 2 minutes for a transaction. */
    public static final OutputTimeouts DEFAULT =
            new OutputTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2));
}
