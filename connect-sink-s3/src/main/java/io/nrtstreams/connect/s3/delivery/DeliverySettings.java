package io.nrtstreams.connect.s3.delivery;

import java.time.Duration;

/**
 * How files are closed, held and published.
 *
 * @param guarantee what is promised
 * @param rotation when a file is closed
 * @param openFiles how many files are open at the same time
 * @param memory bytes that all files of the task hold together, published or not
 * @param inFlight requests to the store at the same time
 * @param giveUpAfter how long a request is tried again before the task fails
 */
public record DeliverySettings(
        Guarantee guarantee, RotationPolicy rotation, int openFiles, long memory, int inFlight, Duration giveUpAfter) {
    /** What is promised of each record. */
    public enum Guarantee {
        /** It is stored once. Needs conditional writes. */
        EXACTLY_ONCE,
        /** It is stored, perhaps more than once after a failure. */
        AT_LEAST_ONCE
    }
}
