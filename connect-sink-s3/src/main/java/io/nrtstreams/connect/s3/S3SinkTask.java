package io.nrtstreams.connect.s3;

import io.nrtstreams.connect.kit.BuildVersion;
import io.nrtstreams.connect.s3.config.SinkSettings;
import io.nrtstreams.connect.s3.delivery.Clocks;
import io.nrtstreams.connect.s3.storage.ObjectStores;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.jspecify.annotations.Nullable;

/** Adapts Connect's task life cycle to a {@link StartedSink}. */
public final class S3SinkTask extends SinkTask {
    private final SinkEnvironment environment;
    private @Nullable StartedSink started;

    /** As Connect makes it. */
    public S3SinkTask() {
        this(new SinkEnvironment(ObjectStores::open, S3SinkTask::threads, Clocks.system()));
    }

    S3SinkTask(SinkEnvironment environment) {
        this.environment = environment;
    }

    private static ExecutorService threads(int count) {
        return Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, "nrt-s3-upload");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public String version() {
        return BuildVersion.current();
    }

    @Override
    public void start(Map<String, String> props) {
        started = StartedSink.start(SinkSettings.read(props), context, environment);
    }

    @Override
    public void open(Collection<TopicPartition> partitions) {
        started().open(partitions);
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        started().put(records);
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> currentOffsets) {
        return started().committable(currentOffsets);
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        if (started != null) {
            started.close(partitions);
        }
    }

    @Override
    public void stop() {
        if (started != null) {
            started.stop();
            started = null;
        }
    }

    private StartedSink started() {
        if (started == null) {
            throw new IllegalStateException("the task is not started");
        }
        return started;
    }
}
