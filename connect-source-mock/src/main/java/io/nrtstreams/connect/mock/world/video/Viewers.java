package io.nrtstreams.connect.mock.world.video;

import io.nrtstreams.connect.mock.feed.VideoView;
import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.world.climate.Places;
import io.nrtstreams.connect.mock.world.climate.WallClock;
import io.nrtstreams.connect.mock.world.noise.Bell;
import io.nrtstreams.connect.mock.world.noise.DayCurve;
import io.nrtstreams.connect.mock.world.noise.Noise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The viewers of a world: the prototype's ten, and as many more as are asked for, each following from its number
 * alone. They choose categories by taste and time of day, watch longer what they like and when they have time, and
 * like what they watched long.
 *
 * <p>Thread-safe. The {@value #KEPT} viewers asked for last are kept; a viewer is immutable, and where threads race,
 * one is made twice.
 */
public final class Viewers {
    /** The id of the first viewer; the next ones count on. */
    public static final int FIRST_ID = 5_000_000;

    /** Log odds of a like of what was not watched and is not to the viewer's taste at all. */
    public static final double LIKE_BASE = -4.6;

    /** Log odds for each second watched. */
    public static final double LIKE_PER_SECOND = 0.13;

    /** Log odds from no affinity to full affinity. */
    public static final double LIKE_BY_AFFINITY = 2.0;

    private static final double SPREAD = 0.24;
    private static final int KEPT = 1024;
    private static final double HOUR = 3600;
    /** How much time there is for a video, in hundredths. */
    private static final DayCurve ATTENTION = DayCurve.ofHundredths(
            100, 85, 75, 70, 65, 60, 65, 70, 75, 80, 80, 85, 100, 95, 85, 85, 90, 95, 100, 110, 120, 125, 120, 110);

    private static final double ON_WEEKENDS = 0.12;
    private static final List<Category> CATEGORIES = Category.ALL;

    private static final Draws TRAITS = Draws.of(0, "viewers");
    private static final int PATIENCE = 8;
    private static final int FAVOURITE = 9;

    private static final int CATEGORY = 0;
    private static final int WATCHED = 1;
    private static final int LIKED = 2;

    private final @Nullable Viewer[] kept = new Viewer[KEPT];
    private final Draws draws;
    private final Noise mood;

    /** The viewers of a seed. */
    public Viewers(long seed) {
        draws = Draws.of(seed, "viewers.views");
        mood = Noise.of(seed, "viewers.mood", Duration.ofMinutes(100));
    }

    /** The {@code nth} viewer, from 0. */
    public Viewer viewer(int nth) {
        int slot = nth & KEPT - 1;
        Viewer viewer = kept[slot];
        if (viewer == null || viewer.id() != FIRST_ID + nth) {
            viewer = described(nth);
            kept[slot] = viewer;
        }
        return viewer;
    }

    /**
     * What the {@code nth} viewer watches at an instant.
     *
     * @param view the number of the view, of which no two are the same
     * @param epochNanos nanoseconds since the epoch
     */
    public View view(int nth, long view, long epochNanos) {
        Viewer viewer = viewer(nth);
        long local = Places.clock(viewer.place()).local(Math.floorDiv(epochNanos, 1_000_000_000L));
        double hour = Math.floorMod(local, (long) WallClock.DAY) / HOUR;
        Category category = category(viewer, hour, draws.unit(view, CATEGORY));
        double affinity = viewer.affinity(category);
        double attention = attention(local, hour) + 0.08 * mood.at(nth, epochNanos / 1e9);
        double expected = (0.35 * viewer.patience() + 0.75 * affinity) * attention;
        double share = expected + SPREAD * Bell.of(draws.bits(view, WATCHED));
        int seconds = (int) (VideoView.WATCH_SECONDS * Math.max(0, Math.min(share, 0.999)));
        double probability = likeProbability(seconds, affinity);
        boolean liked = draws.unit(view, LIKED) < probability;
        return new View(viewer, category, affinity, attention, expected, seconds, probability, liked);
    }

    /**
     * The probability of a like: 1 / (1 + exp(-({@value #LIKE_BASE} + {@value #LIKE_PER_SECOND} * watchSeconds +
     * {@value #LIKE_BY_AFFINITY} * affinity))).
     */
    public static double likeProbability(int watchSeconds, double affinity) {
        double odds = LIKE_BASE + LIKE_PER_SECOND * watchSeconds + LIKE_BY_AFFINITY * affinity;
        return 1 / (1 + StrictMath.exp(-odds));
    }

    /** How likely a viewer is to choose a category at an hour, compared with the others. */
    private static double weight(Viewer viewer, Category category, double hour) {
        double affinity = viewer.affinity(category);
        return (0.04 + affinity * affinity) * category.share(hour);
    }

    private static Category category(Viewer viewer, double hour, double draw) {
        double sum = 0;
        for (int i = 0; i < CATEGORIES.size(); i++) {
            sum += weight(viewer, CATEGORIES.get(i), hour);
        }
        double left = draw * sum;
        for (int i = 0; i < CATEGORIES.size(); i++) {
            left -= weight(viewer, CATEGORIES.get(i), hour);
            if (left < 0) {
                return CATEGORIES.get(i);
            }
        }
        return CATEGORIES.get(CATEGORIES.size() - 1);
    }

    private static double attention(long local, double hour) {
        double ofHour = ATTENTION.at(hour);
        return WallClock.isWeekend(Math.floorDiv(local, (long) WallClock.DAY)) ? ofHour + ON_WEEKENDS : ofHour;
    }

    /** Most categories leave a viewer cold, and one is a favourite. */
    private static Viewer described(int nth) {
        int favourite = TRAITS.below(CATEGORIES.size(), nth, FAVOURITE);
        List<Double> affinities = new ArrayList<>(CATEGORIES.size());
        for (int i = 0; i < CATEGORIES.size(); i++) {
            double draw = TRAITS.unit(nth, i);
            affinities.add(hundredths(i == favourite ? 0.75 + 0.2 * draw : 0.05 + 0.75 * draw * draw));
        }
        double patience = hundredths(0.2 + 0.6 * TRAITS.unit(nth, PATIENCE));
        return new Viewer(FIRST_ID + nth, Places.ofDevice(nth), patience, affinities);
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
