package io.nrtstreams.analytics.host.flow;

/**
 * The record that brought a row about, over however many stages. Rows are put in order by their causes, so that what two ways
 * through a query make of one record stays together.
 *
 * @param reached the latest time of the records of its partition up to it, in this batch
 */
record Cause(long reached, String topic, int partition, long offset) {

    static final Cause NONE = new Cause(Long.MIN_VALUE, "", 0, 0);

    /** What a time brings about that no record in sight had: after all records. */
    static Cause ofTime(long reached, int partition) {
        return new Cause(reached, "", partition, Long.MAX_VALUE);
    }

    /** The order of causes of one time. */
    int comparePlaces(Cause other) {
        int order = topic.compareTo(other.topic);
        if (order == 0) {
            order = Integer.compare(partition, other.partition);
        }
        return order == 0 ? Long.compare(offset, other.offset) : order;
    }
}
