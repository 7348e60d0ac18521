package io.nrtstreams.sql.host;

import io.nrtstreams.sql.operator.RowSink;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.state.InMemoryState;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The steps of a query, connected. */
final class Dataflow {

    private final Map<String, List<Reading>> readings;
    private final List<InMemoryState> states;
    private final CurrentPartition partition;
    private final Outlet outlet;

    Dataflow(
            Map<String, List<Reading>> readings,
            List<InMemoryState> states,
            CurrentPartition partition,
            Outlet outlet) {
        this.readings = readings;
        this.states = states;
        this.partition = partition;
        this.outlet = outlet;
    }

    Set<String> topics() {
        return readings.keySet();
    }

    long stateRows() {
        return states.stream().mapToLong(InMemoryState::rows).sum();
    }

    void process(TopicRecord record, RowSink out) {
        List<Reading> readers = readings.get(record.topic());
        if (readers == null) {
            return;
        }
        partition.set(record.partition());
        outlet.to = out;
        for (Reading reading : readers) {
            reading.process(record);
        }
    }

    /** Where the last stage's rows go: to whoever takes those of the record at hand. */
    static final class Outlet implements RowSink {

        private RowSink to = row -> {};

        @Override
        public void accept(Row row) {
            to.accept(row);
        }
    }
}
