package io.nrtstreams.connect.mock.realistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nrtstreams.connect.mock.feed.VideoView;
import io.nrtstreams.connect.mock.world.LeastSquares;
import io.nrtstreams.connect.mock.world.World;
import io.nrtstreams.connect.mock.world.climate.Places;
import io.nrtstreams.connect.mock.world.video.Category;
import io.nrtstreams.connect.mock.world.video.Viewer;
import io.nrtstreams.connect.mock.world.video.Viewers;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;

/** What is published about viewers, as far as an analysis of the topic alone can find it. */
class LikeTruthTest {
    private static final Rows TIKTOK = Rows.of("tiktok", 42);
    private static final long START = Rows.nanos("2022-11-01T00:00:00Z");
    private static final long STEP = 301_000_000_000L;
    private static final int ROUNDS = 12_000;
    private static final Viewers VIEWERS = World.of(42).viewers();

    private interface Look {
        void at(Viewer viewer, Category category, int watched, int liked, long eventNanos);
    }

    private static void views(Look look) {
        for (int round = 0; round < ROUNDS; round++) {
            for (int nth = 0; nth < TIKTOK.feed().devices(); nth++) {
                long at = START + round * STEP;
                Struct view = TIKTOK.at(nth, round, at).value();
                Category category = Category.ALL.get(VideoView.CATEGORIES.indexOf(view.getString("category")));
                look.at(VIEWERS.viewer(nth), category, view.getInt32("watchTime"), view.getInt32("liked"), at);
            }
        }
    }

    @Test
    void likesRiseWithTheSecondsWatchedAsPublished() {
        double[] expected = new double[VideoView.WATCH_SECONDS];
        int[] likes = new int[VideoView.WATCH_SECONDS];
        int[] count = new int[VideoView.WATCH_SECONDS];
        views((viewer, category, watched, liked, at) -> {
            expected[watched] += Viewers.likeProbability(watched, viewer.affinity(category));
            likes[watched] += liked;
            count[watched]++;
        });
        for (int second = 0; second < VideoView.WATCH_SECONDS; second++) {
            double share = (double) likes[second] / count[second];
            // Four standard errors.
            assertThat(share).isCloseTo(expected[second] / count[second], within(4 * Math.sqrt(0.25 / count[second])));
        }
        assertThat((double) count[29] / Arrays.stream(count).sum()).isCloseTo(1 / 6.0, within(0.02));
        assertThat((double) likes[29] / count[29]).isGreaterThan(10.0 * likes[0] / count[0]);
    }

    @Test
    void aLogisticFitRecoversThePublishedCoefficients() {
        double[] fitted = {0, 0, 0};
        for (int step = 0; step < 8; step++) {
            fitted = improved(fitted);
        }
        assertThat(fitted[0]).isCloseTo(Viewers.LIKE_BASE, within(0.15));
        assertThat(fitted[1]).isCloseTo(Viewers.LIKE_PER_SECOND, within(0.006));
        assertThat(fitted[2]).isCloseTo(Viewers.LIKE_BY_AFFINITY, within(0.15));
    }

    /** A step of Newton's method. */
    private static double[] improved(double[] coefficients) {
        double[][] equations = new double[3][4];
        views((viewer, category, watched, liked, at) -> {
            double[] x = {1, watched, viewer.affinity(category)};
            double odds = coefficients[0] + coefficients[1] * x[1] + coefficients[2] * x[2];
            double probability = 1 / (1 + Math.exp(-odds));
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    equations[i][j] += probability * (1 - probability) * x[i] * x[j];
                }
                equations[i][3] += (liked - probability) * x[i];
            }
        });
        double[] step = LeastSquares.solved(equations);
        return new double[] {coefficients[0] + step[0], coefficients[1] + step[1], coefficients[2] + step[2]};
    }

    @Test
    void viewersWatchMoreOftenAndLongerWhatIsToTheirTaste() {
        int categories = Category.ALL.size();
        for (int nth = 0; nth < TIKTOK.feed().devices(); nth++) {
            Viewer viewer = VIEWERS.viewer(nth);
            int[] count = new int[categories];
            double[] seconds = new double[categories];
            for (int round = 0; round < ROUNDS; round++) {
                Struct view = TIKTOK.at(nth, round, START + round * STEP).value();
                int category = VideoView.CATEGORIES.indexOf(view.getString("category"));
                count[category]++;
                seconds[category] += view.getInt32("watchTime");
            }
            Integer[] byTaste = new Integer[categories];
            Arrays.setAll(byTaste, i -> i);
            Arrays.sort(
                    byTaste,
                    (a, b) -> Double.compare(
                            viewer.affinities().get(b), viewer.affinities().get(a)));
            int best = byTaste[0];
            int worst = byTaste[categories - 1];
            assertThat(count[best]).isGreaterThan(4 * count[worst]);
            assertThat(seconds[best] / count[best]).isGreaterThan(seconds[worst] / count[worst] + 5);
        }
    }

    @Test
    void theHourShowsInWhatIsWatchedAndForHowLong() {
        int[] fitness = new int[24];
        double[] seconds = new double[24];
        int[] count = new int[24];
        views((viewer, category, watched, liked, at) -> {
            long local = Places.clock(viewer.place()).local(at / 1_000_000_000L);
            int hour = (int) (local % 86_400 / 3600);
            fitness[hour] += category.label().equals("Fitness/sports") ? 1 : 0;
            seconds[hour] += watched;
            count[hour]++;
        });
        assertThat((double) fitness[7] / count[7]).isGreaterThan(1.5 * fitness[23] / count[23]);
        assertThat(seconds[21] / count[21]).isGreaterThan(seconds[5] / count[5] + 5);
    }

    @Test
    void theTruthOfAViewIsItsTasteAndTheProbabilityOfItsLike() {
        Map<String, Object> truth = TIKTOK.truth(3, 8, START);
        Struct view = TIKTOK.at(3, 8, START).value();
        double affinity = VIEWERS.viewer(3).affinities().get(VideoView.CATEGORIES.indexOf(view.getString("category")));
        assertThat(truth)
                .containsEntry("affinity", affinity)
                .containsEntry("like_probability", Viewers.likeProbability(view.getInt32("watchTime"), affinity))
                .containsEntry(
                        "coefficients", Map.of("like_base", -4.6, "like_per_second", 0.13, "like_by_affinity", 2.0));
    }
}
