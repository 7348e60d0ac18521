package io.nrtstreams.analytics.host.flow;

import java.util.Comparator;

/**
 * A partition of a topic as a query reads it.
 *
 * @param rank of two records of one time that of the lower rank comes first: 0 for topics that are read as tables only, else 1
 */
record Stream(int rank, String topic, int partition) implements Comparable<Stream> {

    private static final Comparator<Stream> ORDER =
            Comparator.comparingInt(Stream::rank).thenComparing(Stream::topic).thenComparingInt(Stream::partition);

    /** Whether the topic is read as tables only. */
    boolean isTable() {
        return rank == 0;
    }

    @Override
    public int compareTo(Stream other) {
        return this == other ? 0 : ORDER.compare(this, other);
    }

    void write(ByteSink out) {
        out.writeUnsigned(rank);
        out.writeText(topic);
        out.writeUnsigned(partition);
    }

    static Stream read(ByteSource in) {
        return new Stream(in.readSize(), in.readText(), in.readSize());
    }
}
