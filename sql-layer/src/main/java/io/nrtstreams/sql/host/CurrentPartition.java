package io.nrtstreams.sql.host;

/** The partition of the record that is on its way through a query. */
final class CurrentPartition {

    private int number;

    void set(int partition) {
        number = partition;
    }

    int number() {
        return number;
    }
}
