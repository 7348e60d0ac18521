package io.nrtstreams.bench.sink;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** A task that does nothing: what remains is the framework's own cost. */
final class NoOpTask extends SinkTask {
    @Override
    public String version() {
        return "none";
    }

    @Override
    public void start(Map<String, String> props) {
        // Nothing to start.
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        // Nothing to do with them.
    }

    @Override
    public void stop() {
        // Nothing to stop.
    }
}
