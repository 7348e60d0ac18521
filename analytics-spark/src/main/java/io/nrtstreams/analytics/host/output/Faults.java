package io.nrtstreams.analytics.host.output;

/** Told of each step of reading and writing, so that tests can let a process die there. */
@FunctionalInterface
interface Faults {

    Faults NONE = (step, place) -> {};

    /**
     * A step is taken.
     *
     * @param place the job that writes, or the topic that is read
     */
    void at(Step step, String place);

    enum Step {
        RANGE_READ,
        BEFORE_BEGIN,
        AFTER_SEND,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }
}
