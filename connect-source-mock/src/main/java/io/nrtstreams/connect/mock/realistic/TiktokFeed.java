package io.nrtstreams.connect.mock.realistic;

import io.nrtstreams.connect.mock.feed.Feed;
import io.nrtstreams.connect.mock.feed.NativeForm;
import io.nrtstreams.connect.mock.feed.Sample;
import io.nrtstreams.connect.mock.feed.Spoilage;
import io.nrtstreams.connect.mock.feed.VideoView;
import io.nrtstreams.connect.mock.series.Cadence;
import io.nrtstreams.connect.mock.series.Shard;
import io.nrtstreams.connect.mock.world.World;
import io.nrtstreams.connect.mock.world.video.View;
import io.nrtstreams.connect.mock.world.video.Viewers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;

/**
 * Views of short videos, in the prototype's form, by viewers of different tastes. The viewers take turns, so that the
 * records do not depend on the number of shards.
 */
final class TiktokFeed implements Feed {
    private static final Cadence CADENCE = Cadence.even(1.0 / 3);

    private static final Map<String, Object> COEFFICIENTS = coefficients();

    private final World world;
    private final int devices;

    TiktokFeed(World world, int devices) {
        this.world = world;
        this.devices = devices;
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
        return devices;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
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
        View view = view(shard.ordinal(position), eventNanos);
        return new Sample(
                Integer.toString(view.viewer().id()),
                VideoView.value(eventNanos, view.category().label(), view.watchSeconds(), view.liked() ? 1 : 0));
    }

    private View view(long record, long eventNanos) {
        return world.viewers().view((int) (record % devices), record, eventNanos);
    }

    @Override
    public Spoilage spoilage() {
        return VideoView.SPOILAGE;
    }

    /** The viewer's taste, the expected watch time, and the probability of the like with its coefficients. */
    @Override
    public Map<String, Object> truth(Shard shard, long position, long eventNanos) {
        View view = view(shard.ordinal(position), eventNanos);
        Map<String, Object> truth = new LinkedHashMap<>();
        truth.put("affinity", view.affinity());
        truth.put("patience", view.viewer().patience());
        truth.put("attention", view.attention());
        truth.put("expected_watch_share", view.expectedShare());
        truth.put("like_probability", view.likeProbability());
        truth.put("coefficients", COEFFICIENTS);
        return truth;
    }

    private static Map<String, Object> coefficients() {
        Map<String, Object> coefficients = new LinkedHashMap<>();
        coefficients.put("like_base", Viewers.LIKE_BASE);
        coefficients.put("like_per_second", Viewers.LIKE_PER_SECOND);
        coefficients.put("like_by_affinity", Viewers.LIKE_BY_AFFINITY);
        return Collections.unmodifiableMap(coefficients);
    }
}
