package io.nrtstreams.analytics.host.output;

import java.util.HashMap;
import java.util.Map;

/**
 * The clients that the tasks of this process use one after the other. A process keeps those of each settings that it has
 * seen: there is one a service. Thread-safe.
 */
public final class OutputClients implements AutoCloseable {

    private static final OutputClients SHARED = new OutputClients(Faults.NONE);

    private final Map<OutputSettings, Connection> connections = new HashMap<>();
    private volatile Faults faults;

    OutputClients(Faults faults) {
        this.faults = faults;
    }

    /** Those of all tasks of this process. */
    public static OutputClients shared() {
        return SHARED;
    }

    /** From now on, all steps are told. */
    void watch(Faults watching) {
        faults = watching;
    }

    synchronized Connection connection(OutputSettings settings) {
        return connections.computeIfAbsent(
                settings, key -> new Connection(key, (step, place) -> faults.at(step, place)));
    }

    /** Closes all clients; those that a task is using when it gives them back. The next task makes new ones. */
    @Override
    public synchronized void close() {
        connections.values().forEach(Connection::close);
        connections.clear();
    }

    /** The clients of one service. */
    static final class Connection implements AutoCloseable {

        private final OutputSettings settings;
        private final BrokerViews views;
        private final Writers writers;
        private final PartitionReaders readers;
        private boolean hasProcessingLog;

        private Connection(OutputSettings settings, Faults faults) {
            this.settings = settings;
            this.views = new BrokerViews(settings);
            this.writers = new Writers(settings, views, faults);
            this.readers = new PartitionReaders(settings, views, faults);
        }

        BrokerViews views() {
            return views;
        }

        Writers writers() {
            return writers;
        }

        PartitionReaders readers() {
            return readers;
        }

        synchronized void ensureProcessingLog() {
            if (!hasProcessingLog) {
                ServiceTopics.processingLog(settings, views.topics());
                hasProcessingLog = true;
            }
        }

        /** After a failure, as the topic may be gone. */
        synchronized void forgetProcessingLog() {
            hasProcessingLog = false;
        }

        @Override
        public void close() {
            writers.close();
            readers.close();
            views.close();
        }
    }
}
