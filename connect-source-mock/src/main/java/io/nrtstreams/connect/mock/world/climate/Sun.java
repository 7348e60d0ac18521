package io.nrtstreams.connect.mock.world.climate;

import io.nrtstreams.connect.mock.feed.City;
import io.nrtstreams.connect.mock.world.noise.YearCurve;

/**
 * The sun over a place: solar time and sunrise. Declination and equation of time are the usual one- and two-term
 * approximations (Cooper 1969; Duffie and Beckman, "Solar engineering of thermal processes", chapter 1): within about
 * two minutes at these latitudes. Immutable.
 */
final class Sun {
    /** The sun's centre when its upper edge meets the horizon, refraction included. */
    private static final double HORIZON = StrictMath.toRadians(-0.833);

    private static final YearCurve LATE_HOURS = YearCurve.of(Sun::equationOfTime);

    private final YearCurve sunrise;
    private final double longitudeHours;

    Sun(City place) {
        double latitude = StrictMath.toRadians(place.lat());
        sunrise = YearCurve.of(part -> 12 - halfDay(latitude, declination(part)));
        longitudeHours = place.lon() / 15;
    }

    /** Solar time in hours, 0 to below 24; the sun is highest at 12. */
    double hour(double epochSeconds, double yearPart) {
        double days = (epochSeconds / 3600 + longitudeHours + LATE_HOURS.at(yearPart)) / 24;
        return (days - Math.floor(days)) * 24;
    }

    /** The hour of solar time at which the sun rises; it sets as long before midnight. */
    double sunrise(double yearPart) {
        return sunrise.at(yearPart);
    }

    private static double declination(double yearPart) {
        return StrictMath.toRadians(23.45) * StrictMath.sin(2 * Math.PI * (yearPart + 284 / YearCurve.DAYS));
    }

    private static double halfDay(double latitude, double declination) {
        double cosine = (StrictMath.sin(HORIZON) - StrictMath.sin(latitude) * StrictMath.sin(declination))
                / (StrictMath.cos(latitude) * StrictMath.cos(declination));
        return StrictMath.toDegrees(StrictMath.acos(cosine)) / 15;
    }

    private static double equationOfTime(double yearPart) {
        double b = 2 * Math.PI * (yearPart - 81 / YearCurve.DAYS);
        double minutes = 9.87 * StrictMath.sin(2 * b) - 7.53 * StrictMath.cos(b) - 1.5 * StrictMath.sin(b);
        return minutes / 60;
    }
}
