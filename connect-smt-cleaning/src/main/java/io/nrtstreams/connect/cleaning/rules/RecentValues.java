package io.nrtstreams.connect.cleaning.rules;

/** The last values of a series, which say how far another one is from them. Not thread-safe. */
sealed interface RecentValues permits RecentMean, RecentMedian {
    /** How many there are, at most as many as it was told to hold. */
    int size();

    /** Takes a finite value in, and forgets the oldest where there are too many. */
    void add(double value);

    /** How many deviations {@code value} is away; 0 or NaN where the values do not spread, or beyond what a double holds. */
    double deviations(double value);
}
