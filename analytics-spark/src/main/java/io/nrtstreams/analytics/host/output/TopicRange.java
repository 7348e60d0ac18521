package io.nrtstreams.analytics.host.output;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records to read.
 *
 * @param topicId as the broker gave it when the range was planned; null when a topic of the same name made anew is as good
 * @param from the first offset
 * @param until the offset behind the last
 */
public record TopicRange(String topic, @Nullable String topicId, int partition, long from, long until)
        implements Serializable {

    Optional<String> wantedId() {
        return Optional.ofNullable(topicId);
    }

    /** Names the range in messages. */
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + from + ".." + until;
    }
}
