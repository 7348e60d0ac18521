package io.nrtstreams.connect.mock.feed;

import io.nrtstreams.connect.mock.series.Cadence;
import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.series.Shard;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Schema;

/**
 * Views of short videos: {@code time,category,watchTime,liked}, keyed by the user, as the original prototype sent
 * them. Time is a Python float of seconds with microseconds; the user, the category, the seconds watched (0..29) and
 * the like are uniform and independent of each other.
 */
final class TiktokFeed implements Feed {
    private static final int USERS = 10;
    private static final int FIRST_USER = 5_000_000;
    private static final String[] KEYS = IntStream.range(FIRST_USER, FIRST_USER + USERS)
            .mapToObj(Integer::toString)
            .toArray(String[]::new);
    private static final Cadence CADENCE = Cadence.even(1.0 / 3);

    private static final int USER = 0;
    private static final int CATEGORY = 1;
    private static final int WATCHED = 2;
    private static final int LIKED = 3;

    private final Draws draws;

    TiktokFeed(long seed) {
        draws = Draws.of(seed, name());
    }

    @Override
    public String name() {
        return "tiktok";
    }

    @Override
    public String defaultTopic() {
        return "tiktok_category";
    }

    @Override
    public int devices() {
        return USERS;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    /** One, because which users a shard has depends on how many there are. */
    @Override
    public int defaultShards() {
        return 1;
    }

    @Override
    public Schema keySchema() {
        return Schema.STRING_SCHEMA;
    }

    @Override
    public Schema valueSchema() {
        return VideoView.SCHEMA;
    }

    @Override
    public NativeForm nativeForm() {
        return NativeForm.CSV;
    }

    @Override
    public Sample sample(Shard shard, long position, long eventNanos) {
        long record = shard.ordinal(position);
        int user = shard.device(draws.below(shard.size(), record, USER));
        return new Sample(
                KEYS[user],
                VideoView.value(
                        eventNanos,
                        VideoView.CATEGORIES.get(draws.below(VideoView.CATEGORIES.size(), record, CATEGORY)),
                        draws.below(VideoView.WATCH_SECONDS, record, WATCHED),
                        draws.below(2, record, LIKED)));
    }

    @Override
    public Spoilage spoilage() {
        return VideoView.SPOILAGE;
    }

    /** Nothing: the values are drawn and have no cause. */
    @Override
    public Map<String, Object> truth(Shard shard, long position, long eventNanos) {
        return Map.of();
    }
}
