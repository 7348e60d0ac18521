package io.nrtstreams.connect.mock.realistic;

import io.nrtstreams.connect.mock.feed.Feed;
import io.nrtstreams.connect.mock.feed.Sample;
import io.nrtstreams.connect.mock.output.Output;
import io.nrtstreams.connect.mock.output.Rendering;
import io.nrtstreams.connect.mock.series.Shard;
import java.time.Instant;
import java.util.Map;

/** The records of a feed in one shard, asked for by device and instant. */
record Rows(Feed feed) {
    static Rows of(String name, long seed) {
        return new Rows(Realistic.feed(name, seed, Realistic.defaultDevices(name)));
    }

    static long nanos(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
    }

    private Shard whole() {
        return new Shard(0, 1, feed.devices());
    }

    Sample at(int device, long round, long eventNanos) {
        return feed.sample(whole(), round * feed.devices() + device, eventNanos);
    }

    Map<String, Object> truth(int device, long round, long eventNanos) {
        return feed.truth(whole(), round * feed.devices() + device, eventNanos);
    }

    String text(int device, long round, long eventNanos) {
        Sample sample = at(device, round, eventNanos);
        return sample.key() + " "
                + Rendering.of(Output.NATIVE, feed.nativeForm())
                        .clean(sample.value())
                        .value();
    }
}
