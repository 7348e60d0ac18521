package io.nrtstreams.it.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.cli.ConnectStandalone;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.standalone.StandaloneHerder;

/** A production Connect worker in the test's own process, with the built plugin folders. */
public final class Worker implements AutoCloseable {
    private final Connect<?> connect;

    private Worker(Connect<?> connect) {
        this.connect = connect;
    }

    /**
     * Starts a distributed worker of the group {@code group}; {@code environment} is what {@code ${env:…}} in connector
     * configurations resolves to.
     */
    public static Worker start(String bootstrap, String group, Map<String, String> environment) {
        Map<String, String> properties = common(bootstrap, environment);
        properties.put("group.id", group);
        properties.put("exactly.once.source.support", "enabled");
        for (String store : List.of("config", "offset", "status")) {
            properties.put(store + ".storage.topic", group + "-" + store);
            properties.put(store + ".storage.replication.factor", "1");
        }
        properties.put("offset.storage.partitions", "1");
        properties.put("status.storage.partitions", "1");
        return new Worker(new ConnectDistributed().startConnect(properties));
    }

    /** Starts a standalone worker with the connectors of {@code files}. */
    public static Worker standalone(String bootstrap, Path offsets, Map<String, String> environment, List<Path> files) {
        Map<String, String> properties = common(bootstrap, environment);
        properties.put("offset.storage.file.filename", offsets.toString());
        String[] connectors = files.stream().map(Path::toString).toArray(String[]::new);
        ConnectStandalone command = new ConnectStandalone();
        Connect<StandaloneHerder> connect = command.startConnect(properties);
        command.processExtraArgs(connect, connectors);
        return new Worker(connect);
    }

    private static Map<String, String> common(String bootstrap, Map<String, String> environment) {
        MapConfigProvider.VALUES.putAll(environment);
        return new HashMap<>(Map.ofEntries(
                Map.entry("bootstrap.servers", bootstrap),
                Map.entry("key.converter", "org.apache.kafka.connect.storage.StringConverter"),
                Map.entry("value.converter", "org.apache.kafka.connect.json.JsonConverter"),
                Map.entry("offset.flush.interval.ms", "500"),
                Map.entry("listeners", "http://127.0.0.1:0"),
                Map.entry("rest.advertised.host.name", "127.0.0.1"),
                Map.entry("plugin.path", Project.PLUGIN_PATH),
                Map.entry("plugin.discovery", "service_load"),
                Map.entry("config.providers", "env"),
                Map.entry("config.providers.env.class", MapConfigProvider.class.getName())));
    }

    public URI rest() {
        return connect.rest().advertisedUrl();
    }

    @Override
    public void close() {
        connect.stop();
        connect.awaitStop();
    }
}
