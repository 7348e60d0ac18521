package io.nrtstreams.connect.mock.feed;

import io.nrtstreams.connect.kit.data.FieldPath;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/**
 * What a weather service answers: {@code location} and {@code current}, in the service's order of entries and with its
 * rounding, each entry rounded on its own: Fahrenheit = 1.8 C + 32, km/h = 1.609 mph, inHg = 0.02953 mb, inches =
 * mm / 25.4.
 *
 * @param tenthsCelsius temperature
 * @param tenthsFelt felt temperature, Celsius
 * @param day whether the sun is up
 * @param tenthsMph wind
 * @param degree where the wind comes from, 0 to 359
 * @param millibar pressure
 * @param tenthsMillimetre rain
 * @param humidity in per cent
 * @param cloud in per cent
 */
public record WeatherReport(
        int tenthsCelsius,
        int tenthsFelt,
        boolean day,
        int tenthsMph,
        int degree,
        int millibar,
        int tenthsMillimetre,
        int humidity,
        int cloud) {
    private static final Schema LOCATION = SchemaBuilder.struct()
            .name("io.nrtstreams.weather.location")
            .field("name", Schema.STRING_SCHEMA)
            .field("region", Schema.STRING_SCHEMA)
            .field("country", Schema.STRING_SCHEMA)
            .field("lat", Schema.FLOAT64_SCHEMA)
            .field("lon", Schema.FLOAT64_SCHEMA)
            .field("tz_id", Schema.STRING_SCHEMA)
            .field("localtime_epoch", Schema.INT64_SCHEMA)
            .field("localtime", Schema.STRING_SCHEMA)
            .build();

    private static final Schema CURRENT = SchemaBuilder.struct()
            .name("io.nrtstreams.weather.current")
            .field("temp_c", Schema.FLOAT64_SCHEMA)
            .field("temp_f", Schema.FLOAT64_SCHEMA)
            .field("is_day", Schema.INT32_SCHEMA)
            .field("wind_mph", Schema.FLOAT64_SCHEMA)
            .field("wind_kph", Schema.FLOAT64_SCHEMA)
            .field("wind_degree", Schema.INT32_SCHEMA)
            .field("wind_dir", Schema.STRING_SCHEMA)
            .field("pressure_mb", Schema.FLOAT64_SCHEMA)
            .field("pressure_in", Schema.FLOAT64_SCHEMA)
            .field("precip_in", Schema.FLOAT64_SCHEMA)
            .field("precip_mm", Schema.FLOAT64_SCHEMA)
            .field("humidity", Schema.INT32_SCHEMA)
            .field("cloud", Schema.INT32_SCHEMA)
            .field("feelslike_c", Schema.FLOAT64_SCHEMA)
            .field("feelslike_f", Schema.FLOAT64_SCHEMA)
            .build();

    /** Two Structs, {@code location} and {@code current}. */
    public static final Schema SCHEMA = SchemaBuilder.struct()
            .name("io.nrtstreams.weather")
            .field("location", LOCATION)
            .field("current", CURRENT)
            .build();

    /** Any entry may go missing; some numbers may be no number, an impossible one, or in another unit. */
    public static final Spoilage SPOILAGE = new Spoilage(
            Stream.concat(paths("location", LOCATION), paths("current", CURRENT))
                    .toList(),
            List.of(
                    Measure.of("current.temp_c", -60, 60).or(OtherUnit.FAHRENHEIT),
                    Measure.of("current.wind_mph", 0, 200),
                    Measure.of("current.pressure_mb", 850, 1100).or(OtherUnit.INCHES_OF_MERCURY),
                    Measure.of("current.precip_mm", 0, 500),
                    Measure.of("current.humidity", 0, 100),
                    Measure.of("current.feelslike_c", -80, 80).or(OtherUnit.FAHRENHEIT)),
            "You have exceeded the rate limit of this key");

    private static final String[] COMPASS = {
        "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"
    };
    private static final Field[] PLACE_FIELDS = LOCATION.fields().toArray(Field[]::new);
    private static final Field[] CURRENT_FIELDS = CURRENT.fields().toArray(Field[]::new);
    private static final Field PLACE = SCHEMA.field("location");
    private static final Field NOW = SCHEMA.field("current");

    /** This report of a place at a time, of {@link #SCHEMA}. */
    public Struct value(City city, long epochSecond, LocalDateTime local) {
        return new Struct(SCHEMA).put(PLACE, place(city, epochSecond, local)).put(NOW, current());
    }

    private static Struct place(City city, long epochSecond, LocalDateTime local) {
        return new Struct(LOCATION)
                .put(PLACE_FIELDS[0], city.name())
                .put(PLACE_FIELDS[1], city.region())
                .put(PLACE_FIELDS[2], city.country())
                .put(PLACE_FIELDS[3], city.lat())
                .put(PLACE_FIELDS[4], city.lon())
                .put(PLACE_FIELDS[5], city.zone())
                .put(PLACE_FIELDS[6], epochSecond)
                .put(PLACE_FIELDS[7], clock(local));
    }

    /** The service's form of local time: the hour without a leading zero, and no offset. */
    private static String clock(LocalDateTime local) {
        StringBuilder text = new StringBuilder(16);
        text.append(local.getYear());
        two(text.append('-'), local.getMonthValue());
        two(text.append('-'), local.getDayOfMonth());
        text.append(' ').append(local.getHour());
        two(text.append(':'), local.getMinute());
        return text.toString();
    }

    private static void two(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private Struct current() {
        return new Struct(CURRENT)
                .put(CURRENT_FIELDS[0], tenthsCelsius / 10.0)
                .put(CURRENT_FIELDS[1], fahrenheit(tenthsCelsius))
                .put(CURRENT_FIELDS[2], day ? 1 : 0)
                .put(CURRENT_FIELDS[3], tenthsMph / 10.0)
                .put(CURRENT_FIELDS[4], Math.round(tenthsMph * 1.609) / 10.0)
                .put(CURRENT_FIELDS[5], degree)
                .put(CURRENT_FIELDS[6], COMPASS[(int) Math.round(degree / 22.5) % COMPASS.length])
                .put(CURRENT_FIELDS[7], (double) millibar)
                .put(CURRENT_FIELDS[8], Math.round(millibar * 2.953) / 100.0)
                .put(CURRENT_FIELDS[9], Math.round(tenthsMillimetre * 10 / 25.4) / 100.0)
                .put(CURRENT_FIELDS[10], tenthsMillimetre / 10.0)
                .put(CURRENT_FIELDS[11], humidity)
                .put(CURRENT_FIELDS[12], cloud)
                .put(CURRENT_FIELDS[13], tenthsFelt / 10.0)
                .put(CURRENT_FIELDS[14], fahrenheit(tenthsFelt));
    }

    private static double fahrenheit(int tenthsCelsius) {
        return Math.round(tenthsCelsius * 1.8 + 320) / 10.0;
    }

    private static Stream<FieldPath> paths(String parent, Schema schema) {
        return schema.fields().stream().map(field -> new FieldPath(List.of(parent, field.name())));
    }
}
