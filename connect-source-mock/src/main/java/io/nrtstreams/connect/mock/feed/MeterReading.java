package io.nrtstreams.connect.mock.feed;

import io.nrtstreams.connect.kit.data.FieldPath;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/** What an electricity meter sends: {@code time,userId,usage,location}. */
public final class MeterReading {
    /** The usage, in kWh per 30 s, that no meter reaches. */
    public static final double MOST_USAGE = 0.15;

    /** {@code time} int64 in epoch seconds, {@code userId} int64, {@code usage} float64 in kWh per 30 s, {@code location}. */
    public static final Schema SCHEMA = SchemaBuilder.struct()
            .name("io.nrtstreams.energy")
            .field("time", Schema.INT64_SCHEMA)
            .field("userId", Schema.INT64_SCHEMA)
            .field("usage", Schema.FLOAT64_SCHEMA)
            .field("location", Schema.STRING_SCHEMA)
            .build();

    /** Any column may go missing; the usage may be no number, an impossible one, or in watt hours. */
    public static final Spoilage SPOILAGE = new Spoilage(
            SCHEMA.fields().stream().map(field -> FieldPath.parse(field.name())).toList(),
            List.of(Measure.of("usage", 0, MOST_USAGE).or(OtherUnit.WATT_HOURS)),
            null);

    private static final Field TIME = SCHEMA.field("time");
    private static final Field USER = SCHEMA.field("userId");
    private static final Field USAGE = SCHEMA.field("usage");
    private static final Field LOCATION = SCHEMA.field("location");

    private MeterReading() {}

    /** A reading of {@link #SCHEMA}. */
    public static Struct value(long epochSecond, long user, double usage, String location) {
        return new Struct(SCHEMA)
                .put(TIME, epochSecond)
                .put(USER, user)
                .put(USAGE, usage)
                .put(LOCATION, location);
    }
}
