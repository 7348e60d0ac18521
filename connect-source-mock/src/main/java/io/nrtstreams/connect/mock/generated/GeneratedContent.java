package io.nrtstreams.connect.mock.generated;

import io.nrtstreams.connect.mock.dirt.Dirt;
import io.nrtstreams.connect.mock.feed.Feed;
import io.nrtstreams.connect.mock.output.Output;
import io.nrtstreams.connect.mock.series.Cadence;
import io.nrtstreams.connect.mock.series.Content;
import io.nrtstreams.connect.mock.series.Shard;
import io.nrtstreams.connect.mock.series.Tape;

/**
 * The records of a computed feed.
 *
 * @param feed what the devices say
 * @param dirt which records are spoilt
 * @param output the form of the values
 */
public record GeneratedContent(Feed feed, Dirt dirt, Output output) implements Content {
    @Override
    public String defaultTopic() {
        return feed.defaultTopic();
    }

    @Override
    public int devices() {
        return feed.devices();
    }

    @Override
    public int defaultShards() {
        return feed.defaultShards();
    }

    @Override
    public boolean isComputed() {
        return true;
    }

    @Override
    public Cadence cadence() {
        return feed.cadence();
    }

    @Override
    public Tape open(Shard shard, long position, long end) {
        return new GeneratedTape(this, shard, position, end);
    }
}
