package io.nrtstreams.analytics.host.output;

import org.jspecify.annotations.Nullable;

/** The clients with which tasks look things up, made when first needed. Thread-safe. */
final class BrokerViews implements AutoCloseable {

    private final OutputSettings settings;
    private @Nullable TopicFacts topics;
    private @Nullable ProgressReader progress;

    BrokerViews(OutputSettings settings) {
        this.settings = settings;
    }

    synchronized TopicFacts topics() {
        TopicFacts known = topics;
        if (known == null) {
            known = new TopicFacts(settings);
            topics = known;
        }
        return known;
    }

    synchronized ProgressReader progress() {
        ProgressReader known = progress;
        if (known == null) {
            known = new ProgressReader(settings);
            progress = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        if (topics != null) {
            topics.close();
        }
        if (progress != null) {
            progress.close();
        }
    }
}
