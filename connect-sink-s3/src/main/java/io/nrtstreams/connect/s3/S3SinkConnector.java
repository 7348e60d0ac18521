package io.nrtstreams.connect.s3;

import io.nrtstreams.connect.kit.BuildVersion;
import io.nrtstreams.connect.s3.config.SinkKeys;
import io.nrtstreams.connect.s3.config.SinkSettings;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/**
 * Stores the records of topics as partitioned objects in S3, each once: JSON, CSV, text, bytes, and what a
 * {@link io.nrtstreams.connect.s3.format.FormatProvider} in the plugin's folder adds, such as Avro and Parquet.
 */
public final class S3SinkConnector extends SinkConnector {
    private Map<String, String> properties = Map.of();

    @Override
    public String version() {
        return BuildVersion.current();
    }

    @Override
    public ConfigDef config() {
        return SinkKeys.definition();
    }

    /**
     * All that is wrong at once, each with its key, be it that of another S3 sink. Asks nothing of the store, unless
     * {@code validate.connection} is set.
     */
    @Override
    public Config validate(Map<String, String> connectorConfigs) {
        return SinkSettings.validate(
                connectorConfigs,
                super.validate(SinkSettings.ported(connectorConfigs).properties()));
    }

    @Override
    public void start(Map<String, String> props) {
        SinkSettings.read(props);
        SinkSettings.ported(props).announce();
        properties = new HashMap<>(props);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return S3SinkTask.class;
    }

    /** Every task gets the same: Connect spreads the topic partitions over them. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Collections.nCopies(maxTasks, properties);
    }

    @Override
    public void stop() {
        properties = Map.of();
    }
}
