package io.nrtstreams.sql.function.builtin.general;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "GEO_DISTANCE",
        category = "OTHER",
        description = "The length of the shortest way over the earth, as a sphere, between two places.",
        examples = {
            "GEO_DISTANCE(0, 0, 0, 180) -> 20015.086796020572",
            "GEO_DISTANCE(0, 0, 0, 90, 'MI') -> 6218.782657780995"
        })
final class GeoDistance {

    /** Mean radii of the earth. */
    private static final double RADIUS_KILOMETRES = 6371;

    private static final double RADIUS_MILES = 3959;

    private GeoDistance() {}

    @Signature(description = "in kilometres")
    static double distance(
            @Parameter(name = "latitude1", description = "in degrees, from -90 to 90") double latitude1,
            @Parameter(name = "longitude1", description = "in degrees, from -180 to 180") double longitude1,
            @Parameter(name = "latitude2") double latitude2,
            @Parameter(name = "longitude2") double longitude2) {
        return RADIUS_KILOMETRES * angle(latitude1, longitude1, latitude2, longitude2);
    }

    @Signature(description = "in a unit")
    static @Nullable Double distance(
            @Parameter(name = "latitude1", description = "in degrees, from -90 to 90") double latitude1,
            @Parameter(name = "longitude1", description = "in degrees, from -180 to 180") double longitude1,
            @Parameter(name = "latitude2") double latitude2,
            @Parameter(name = "longitude2") double longitude2,
            @Parameter(name = "unit", description = "KM or MI") @Nullable String unit) {
        return unit == null ? null : radius(unit) * angle(latitude1, longitude1, latitude2, longitude2);
    }

    private static double radius(String unit) {
        return switch (unit.toUpperCase(Locale.ROOT)) {
            case "KM", "KILOMETER", "KILOMETERS", "KILOMETRE", "KILOMETRES" -> RADIUS_KILOMETRES;
            case "MI", "MILE", "MILES" -> RADIUS_MILES;
            default -> throw new IllegalArgumentException("the unit of GEO_DISTANCE is neither KM nor MI");
        };
    }

    /**
     * The angle between two places by the haversine formula: R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope
     * 68(2), 1984.
     */
    private static double angle(double latitude1, double longitude1, double latitude2, double longitude2) {
        requireWithin(latitude1, 90);
        requireWithin(latitude2, 90);
        requireWithin(longitude1, 180);
        requireWithin(longitude2, 180);
        double north = Math.sin(Math.toRadians(latitude2 - latitude1) / 2);
        double east = Math.sin(Math.toRadians(longitude2 - longitude1) / 2);
        double haversine =
                north * north + east * east * Math.cos(Math.toRadians(latitude1)) * Math.cos(Math.toRadians(latitude2));
        // Rounding lifts it above 1 for places on opposite sides.
        return 2 * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }

    private static void requireWithin(double degrees, int limit) {
        if (!(Math.abs(degrees) <= limit)) {
            throw new IllegalArgumentException(
                    limit == 90 ? "a latitude is not between -90 and 90" : "a longitude is not between -180 and 180");
        }
    }
}
