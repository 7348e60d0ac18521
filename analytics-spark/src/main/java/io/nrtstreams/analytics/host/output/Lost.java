package io.nrtstreams.analytics.host.output;

/**
 * What a reader went past as it is kept nowhere any more.
 *
 * @param first the first of the offsets
 * @param offsets how many there are, not always next to each other; some may never have held a record, as where transactions
 *     end
 */
public record Lost(long first, long offsets) {}
