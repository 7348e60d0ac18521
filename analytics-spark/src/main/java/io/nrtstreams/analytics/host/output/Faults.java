package io.nrtstreams.analytics.host.output;

/** Told of each step of a batch's output, so that tests can let a process die there. */
@FunctionalInterface
interface Faults {

    Faults NONE = step -> {};

    void at(Step step);

    enum Step {
        BEFORE_BEGIN,
        AFTER_SEND,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }
}
