package io.nrtstreams.connect.cleaning.rules;

/** How much operations remember at most. */
final class Remembered {
    /** Series, where the rule says nothing else. */
    static final int SERIES = 10_000;

    static final int MOST_SERIES = 10_000_000;

    /** Values over all series of a rule: with 16 bytes each, 256 MB. */
    static final long MOST_VALUES = 16_000_000;

    private Remembered() {}
}
