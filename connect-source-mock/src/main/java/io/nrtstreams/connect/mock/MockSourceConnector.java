package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.kit.BuildVersion;
import io.nrtstreams.connect.kit.config.Problems;
import io.nrtstreams.connect.mock.custom.DatagenAliases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Emits the records of devices that do not exist, or of recorded files: record i of shard s is a pure function of the
 * configuration, s and i, so a restart goes on with the identical series and anyone can recompute what was emitted
 * ({@link RecordSeries}).
 */
public final class MockSourceConnector extends SourceConnector {
    private static final Logger LOG = LoggerFactory.getLogger(MockSourceConnector.class);

    private Map<String, String> config = Map.of();
    private int shards = 1;

    @Override
    public String version() {
        return BuildVersion.current();
    }

    @Override
    public ConfigDef config() {
        return SourceKeys.definition();
    }

    /** Reports everything that is wrong at once, each with its key; reads the beginning of a recording. */
    @Override
    public Config validate(Map<String, String> given) {
        Problems problems = new Problems();
        new SettingsReader(given, problems).read();
        return problems.addTo(super.validate(DatagenAliases.of(given).config()));
    }

    @Override
    public void start(Map<String, String> given) {
        shards = SourceSettings.of(given).shardCount();
        DatagenAliases.of(given).warnings().forEach(warning -> LOG.warn("ported from datagen: {}", warning));
        config = Map.copyOf(given);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return MockSourceTask.class;
    }

    /** One task a shard, or fewer with several shards each; a shard's task follows from the two numbers alone. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return TaskShards.assign(shards, maxTasks).stream()
                .map(this::taskConfig)
                .toList();
    }

    private Map<String, String> taskConfig(String assigned) {
        Map<String, String> taskConfig = new HashMap<>(config);
        taskConfig.put(TaskShards.KEY, assigned);
        return taskConfig;
    }

    /** Always: the source offset of a record says exactly which records were emitted. */
    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> given) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    /** Always: a transaction is a batch of a poll. */
    @Override
    public ConnectorTransactionBoundaries canDefineTransactionBoundaries(Map<String, String> given) {
        return ConnectorTransactionBoundaries.SUPPORTED;
    }

    /**
     * Accepts offsets that a task can start from, and null to begin a shard anew.
     *
     * @throws ConnectException with everything that is wrong, each with its partition
     */
    @Override
    public boolean alterOffsets(Map<String, String> given, Map<Map<String, ?>, @Nullable Map<String, ?>> altered) {
        new OffsetCheck(SourceSettings.of(given)).check(altered);
        return true;
    }

    @Override
    public void stop() {
        // Tasks hold what is open.
    }
}
