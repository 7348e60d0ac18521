package io.nrtstreams.bench.source;

import io.nrtstreams.bench.plugin.NoWorker;
import io.nrtstreams.bench.plugin.PluginFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.source.SourceTask;

/**
 * A source connector in a plugin folder.
 *
 * @param folder where it is
 * @param connectorClass its name
 */
record SourcePlugin(PluginFolder folder, String connectorClass) {
    /**
     * Finds the connector whose family is known.
     *
     * @throws IOException if there is none in the folder, or more than one
     */
    static SourcePlugin in(Path path) throws IOException {
        PluginFolder folder = PluginFolder.of(path);
        return new SourcePlugin(folder, folder.theOnly("source connectors", SourceConnector.class, Family.known()));
    }

    Family family() {
        return Family.of(connectorClass);
    }

    /** Starts the connector, and the one task that it makes. */
    SourceTask start(List<String> traits, String topic) {
        Thread.currentThread().setContextClassLoader(folder.loader());
        SourceConnector connector = folder.instance(SourceConnector.class, connectorClass);
        connector.initialize(new NoWorker());
        connector.start(family().properties(traits, topic));
        Map<String, String> first = connector.taskConfigs(1).get(0);
        SourceTask task =
                folder.instance(SourceTask.class, connector.taskClass().getName());
        task.initialize(new TaskContext(first));
        task.start(first);
        return task;
    }
}
