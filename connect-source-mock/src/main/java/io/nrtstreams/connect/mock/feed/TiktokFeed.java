package io.nrtstreams.connect.mock.feed;

import io.nrtstreams.connect.mock.series.Cadence;
import io.nrtstreams.connect.mock.series.DirtKind;
import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.series.Shard;
import java.util.Set;

/**
 * Views of short videos: {@code time,category,watchTime,liked}, keyed by the user, as the original prototype sent
 * them. Time is a Python float of seconds with microseconds; the user, the category, the seconds watched (0..29) and
 * the like are uniform and independent of each other.
 */
final class TiktokFeed implements Feed {
    private static final String[] CATEGORIES = {
        "Entertainment",
        "Dance",
        "Pranks",
        "Fitness/sports",
        "Home reno/DIY",
        "Beauty/skin care",
        "Fashion",
        "Cooking/recipes"
    };
    private static final int USERS = 10;
    private static final int FIRST_USER = 5_000_000;
    private static final int WATCH_SECONDS = 30;
    private static final Cadence CADENCE = Cadence.even(1.0 / 3);
    private static final CsvDefects DEFECTS = new CsvDefects(2);

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

    @Override
    public Message message(Shard shard, long position, long eventNanos) {
        long record = shard.ordinal(position);
        int user = FIRST_USER + shard.device(draws.below(shard.size(), record, USER));
        StringBuilder line = new StringBuilder(48);
        PythonText.appendFloat(line, eventNanos / 1000, 6)
                .append(',')
                .append(CATEGORIES[draws.below(CATEGORIES.length, record, CATEGORY)])
                .append(',')
                .append(draws.below(WATCH_SECONDS, record, WATCHED))
                .append(',')
                .append((char) ('0' + draws.below(2, record, LIKED)));
        return Message.text(Integer.toString(user), line.toString());
    }

    @Override
    public Set<DirtKind> dirt() {
        return CsvDefects.KINDS;
    }

    @Override
    public Message spoilt(Message clean, DirtKind kind, Draws choice, long record) {
        return DEFECTS.spoilt(clean, kind, choice, record);
    }
}
