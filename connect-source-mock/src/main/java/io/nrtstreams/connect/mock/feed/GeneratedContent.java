package io.nrtstreams.connect.mock.feed;

import io.nrtstreams.connect.mock.series.Cadence;
import io.nrtstreams.connect.mock.series.Content;
import io.nrtstreams.connect.mock.series.Shard;
import io.nrtstreams.connect.mock.series.Tape;

/**
 * The records of a computed feed.
 *
 * @param feed what the devices say
 * @param dirt which records are spoilt
 */
public record GeneratedContent(Feed feed, Dirt dirt) implements Content {
    @Override
    public int devices() {
        return feed.devices();
    }

    @Override
    public Cadence cadence() {
        return feed.cadence();
    }

    @Override
    public Tape open(Shard shard, long position, long end) {
        return new GeneratedTape(feed, dirt, shard, position, end);
    }
}
