package io.nrtstreams.connect.mock.feed;

import io.nrtstreams.connect.kit.data.FieldPath;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/** What a player of short videos sends: {@code time,category,watchTime,liked}. */
public final class VideoView {
    /** The categories, of which each video has one. */
    public static final List<String> CATEGORIES = List.of(
            "Entertainment",
            "Dance",
            "Pranks",
            "Fitness/sports",
            "Home reno/DIY",
            "Beauty/skin care",
            "Fashion",
            "Cooking/recipes");

    /** No video is watched for as many seconds as these. */
    public static final int WATCH_SECONDS = 30;

    /** {@code time} float64 in epoch seconds, {@code category}, {@code watchTime} int32 in seconds, {@code liked} int32, 0 or 1. */
    public static final Schema SCHEMA = SchemaBuilder.struct()
            .name("io.nrtstreams.tiktok")
            .field("time", Schema.FLOAT64_SCHEMA)
            .field("category", Schema.STRING_SCHEMA)
            .field("watchTime", Schema.INT32_SCHEMA)
            .field("liked", Schema.INT32_SCHEMA)
            .build();

    /** Any column may go missing; the watch time may be no number, an impossible one, or in milliseconds. */
    public static final Spoilage SPOILAGE = new Spoilage(
            SCHEMA.fields().stream().map(field -> FieldPath.parse(field.name())).toList(),
            List.of(Measure.of("watchTime", 0, WATCH_SECONDS - 1).or(OtherUnit.MILLISECONDS)),
            null);

    private static final Field TIME = SCHEMA.field("time");
    private static final Field CATEGORY = SCHEMA.field("category");
    private static final Field WATCHED = SCHEMA.field("watchTime");
    private static final Field LIKED = SCHEMA.field("liked");
    private static final long NANOS_PER_MICRO = 1_000;
    private static final double MICROS_PER_SECOND = 1e6;

    private VideoView() {}

    /** A view of {@link #SCHEMA}; its time is that of {@code eventNanos} in whole microseconds. */
    public static Struct value(long eventNanos, String category, int watched, int liked) {
        long micros = eventNanos / NANOS_PER_MICRO;
        return new Struct(SCHEMA)
                .put(TIME, micros / MICROS_PER_SECOND)
                .put(CATEGORY, category)
                .put(WATCHED, watched)
                .put(LIKED, liked);
    }
}
