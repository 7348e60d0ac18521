package io.nrtstreams.bench.sink;

import io.nrtstreams.bench.plugin.NoWorker;
import io.nrtstreams.bench.plugin.PluginFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkTask;

/**
 * A sink connector in a plugin folder.
 *
 * @param folder where it is
 * @param connectorClass its name
 */
record Plugin(PluginFolder folder, String connectorClass) {
    /**
     * Finds the connector whose family is known.
     *
     * @throws IOException if there is none in the folder, or more than one
     */
    static Plugin in(Path path) throws IOException {
        PluginFolder folder = PluginFolder.of(path);
        return new Plugin(folder, folder.theOnly("sink connectors", SinkConnector.class, Family.known()));
    }

    /**
     * A task and the properties that its connector gave it.
     *
     * @param task not yet started
     */
    record Task(SinkTask task, Map<String, String> properties) {}

    /** Starts the connector and makes its one task. */
    Task task(Map<String, String> properties) {
        Thread.currentThread().setContextClassLoader(folder.loader());
        SinkConnector connector = folder.instance(SinkConnector.class, connectorClass);
        connector.initialize(new NoWorker());
        connector.start(properties);
        Map<String, String> first = connector.taskConfigs(1).get(0);
        return new Task(folder.instance(SinkTask.class, connector.taskClass().getName()), first);
    }
}
