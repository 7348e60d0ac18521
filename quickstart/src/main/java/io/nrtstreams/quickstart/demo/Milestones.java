package io.nrtstreams.quickstart.demo;

import java.util.OptionalDouble;

/** What is only known by having watched: when things first happened, in seconds, and the most memory. Not thread-safe. */
final class Milestones {
    private final Observation before;
    private OptionalDouble firstObject = OptionalDouble.empty();
    private OptionalDouble firstAggregate = OptionalDouble.empty();
    private long peakMebibytes;

    /** Of a run that found {@code before} when it began. */
    Milestones(Observation before) {
        this.before = before;
    }

    /** Takes note of a look at the pipeline, {@code seconds} after the command began. */
    void note(Observation now, double seconds, long mebibytes) {
        peakMebibytes = Math.max(peakMebibytes, mebibytes);
        if (firstObject.isEmpty() && now.lake().count() > before.lake().count()) {
            firstObject = OptionalDouble.of(seconds);
        }
        if (firstAggregate.isEmpty() && now.results() > before.results()) {
            firstAggregate = OptionalDouble.of(seconds);
        }
    }

    /** Seconds to the first object of this run. */
    OptionalDouble firstObject() {
        return firstObject;
    }

    /** Seconds to the first result of a query in this run. */
    OptionalDouble firstAggregate() {
        return firstAggregate;
    }

    /** The most memory that all processes together were seen with, in MiB. */
    long peakMebibytes() {
        return peakMebibytes;
    }
}
