package io.nrtstreams.bench.source;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.errors.NotFoundException;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.distributed.DistributedHerder;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorStateInfo;
import org.apache.kafka.connect.util.FutureCallback;

/** A distributed worker of Kafka's own in this JVM, whose values are JSON without schemas. */
final class ConnectWorker implements AutoCloseable {
    private static final int LONGEST_SECONDS = 60;

    private final Connect<DistributedHerder> connect;

    private ConnectWorker(Connect<DistributedHerder> connect) {
        this.connect = connect;
    }

    /**
     * Starts one.
     *
     * @param bootstrap the broker
     * @param plugin the one folder of its plugin path
     * @param exactlyOnce {@code exactly.once.source.support}: disabled or enabled
     */
    static ConnectWorker start(String bootstrap, Path plugin, String exactlyOnce) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "bootstrap.servers", bootstrap,
                "key.converter", "org.apache.kafka.connect.storage.StringConverter",
                "value.converter", "org.apache.kafka.connect.json.JsonConverter",
                "value.converter.schemas.enable", "false",
                "listeners", "http://127.0.0.1:0",
                "rest.advertised.host.name", "127.0.0.1",
                "plugin.path", plugin.toString(),
                "plugin.discovery", "service_load",
                "heartbeat.interval.ms", "300",
                "exactly.once.source.support", exactlyOnce));
        String group = "bench-" + exactlyOnce;
        properties.put("group.id", group);
        for (String store : List.of("config", "offset", "status")) {
            properties.put(store + ".storage.topic", group + "-" + store);
            properties.put(store + ".storage.replication.factor", "1");
        }
        properties.put("offset.storage.partitions", "1");
        properties.put("status.storage.partitions", "1");
        return new ConnectWorker(new ConnectDistributed().startConnect(properties));
    }

    /** Creates a connector, whose tasks then start. */
    void create(Map<String, String> config) throws InterruptedException {
        FutureCallback<Object> created = new FutureCallback<>();
        connect.herder()
                .putConnectorConfig(
                        name(config), config, false, (failure, answer) -> created.onCompletion(failure, answer));
        await("the connector " + name(config) + " is not created", created);
    }

    /** Deletes a connector, whose tasks then stop. */
    void delete(Map<String, String> config) throws InterruptedException {
        FutureCallback<Object> deleted = new FutureCallback<>();
        connect.herder()
                .deleteConnectorConfig(name(config), (failure, answer) -> deleted.onCompletion(failure, answer));
        await("the connector " + name(config) + " is not deleted", deleted);
    }

    private static String name(Map<String, String> config) {
        return config.getOrDefault("name", "");
    }

    private static void await(String problem, FutureCallback<Object> callback) throws InterruptedException {
        try {
            callback.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(problem, e);
        }
    }

    /** Fails with the reason if the connector or a task of it has failed. */
    void requireHealthy(Map<String, String> config) {
        ConnectorStateInfo status;
        try {
            status = connect.herder().connectorStatus(name(config));
        } catch (NotFoundException e) {
            // It has not been told yet.
            return;
        }
        status.tasks().forEach(task -> {
            if (task.state().equals("FAILED")) {
                throw new IllegalStateException(name(config) + " failed: " + task.trace());
            }
        });
    }

    @Override
    public void close() {
        connect.stop();
        connect.awaitStop();
    }
}
