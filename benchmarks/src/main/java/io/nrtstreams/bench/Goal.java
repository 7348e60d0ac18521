package io.nrtstreams.bench;

/** What a measure is to reach. */
public sealed interface Goal {
    /** Whether a value reaches it. */
    boolean isReachedBy(double value);

    /** Values up to {@code bound} reach it. */
    record AtMost(double bound) implements Goal {
        @Override
        public boolean isReachedBy(double value) {
            return value <= bound;
        }

        @Override
        public String toString() {
            return "<= " + Figure.of(bound);
        }
    }

    /** Values from {@code bound} on reach it. */
    record AtLeast(double bound) implements Goal {
        @Override
        public boolean isReachedBy(double value) {
            return value >= bound;
        }

        @Override
        public String toString() {
            return ">= " + Figure.of(bound);
        }
    }

    /** Measured to be known. */
    record None() implements Goal {
        @Override
        public boolean isReachedBy(double value) {
            return true;
        }

        @Override
        public String toString() {
            return "";
        }
    }
}
