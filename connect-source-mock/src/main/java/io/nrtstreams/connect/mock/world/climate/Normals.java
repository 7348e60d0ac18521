package io.nrtstreams.connect.mock.world.climate;

import io.nrtstreams.connect.mock.feed.City;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What the months of a place are like on average, January to December: round numbers that are usual there, those of
 * clouds, wind and rain estimated to go with the others.
 *
 * @param highs mean of the days' highest temperatures, degrees Celsius
 * @param lows mean of the days' lowest temperatures, degrees Celsius
 * @param humidity mean relative humidity, percent
 * @param cloud mean share of the sky, percent
 * @param pressure mean at sea level, millibars
 * @param wind mean speed, kilometres an hour
 * @param windFrom usual direction in degrees; may go round beyond 360
 * @param raining share of the hours with rain, 0..1
 * @param spells standard deviation of the days' mean temperatures, degrees Celsius
 * @param region places of one region share their weather systems
 * @param front millibars that a usual weather system changes the pressure by
 * @param tide amplitude of the half-daily wave of the pressure, millibars
 * @param rainRate how heavy rain is, millimetres an hour
 * @param breeze degrees that the wind turns from the coldest to the warmest time of day
 */
record Normals(
        List<Double> highs,
        List<Double> lows,
        List<Double> humidity,
        List<Double> cloud,
        List<Double> pressure,
        List<Double> wind,
        List<Double> windFrom,
        List<Double> raining,
        List<Double> spells,
        int region,
        double front,
        double tide,
        double rainRate,
        double breeze) {
    private static final int CALIFORNIA = 0;
    private static final int MAHARASHTRA = 1;

    private static final Map<String, Normals> BY_QUERY = Map.of(
            "Fullerton US",
            new Normals(
                    months(20.8, 21.0, 22.1, 23.6, 24.9, 26.8, 29.8, 30.7, 30.2, 27.3, 23.8, 20.4),
                    months(8.2, 9.0, 10.3, 11.9, 14.4, 16.6, 18.7, 18.8, 17.8, 14.7, 10.7, 7.9),
                    months(60, 63, 65, 64, 67, 69, 68, 67, 66, 64, 60, 59),
                    months(38, 40, 38, 34, 38, 34, 18, 16, 18, 26, 30, 36),
                    months(1019, 1018.5, 1017.5, 1016, 1014.5, 1013.5, 1013.5, 1013, 1012.5, 1014.5, 1017.5, 1019),
                    months(8, 8.5, 9.5, 10.5, 10.5, 10, 9.5, 9.2, 8.8, 8.2, 7.8, 7.6),
                    months(150, 165, 190, 205, 210, 210, 210, 210, 205, 190, 165, 150),
                    months(0.05, 0.055, 0.045, 0.02, 0.01, 0.003, 0.001, 0.001, 0.004, 0.012, 0.02, 0.045),
                    months(2.5, 2.4, 2.3, 2.2, 1.9, 1.6, 1.4, 1.5, 1.8, 2.1, 2.3, 2.5),
                    CALIFORNIA,
                    3.4,
                    0.7,
                    1.6,
                    60),
            "Los Angeles US",
            new Normals(
                    months(20.1, 20.3, 21.1, 22.6, 23.6, 25.6, 28.4, 29.1, 28.4, 26.0, 22.9, 19.7),
                    months(9.4, 10.0, 11.0, 12.4, 14.4, 16.2, 18.1, 18.4, 17.8, 15.4, 12.1, 9.3),
                    months(58, 62, 66, 66, 70, 72, 71, 70, 69, 65, 59, 57),
                    months(38, 41, 39, 36, 42, 38, 22, 18, 20, 28, 30, 36),
                    months(1019, 1018.5, 1017.5, 1016, 1014.5, 1013.5, 1013.5, 1013, 1012.5, 1014.5, 1017.5, 1019),
                    months(8.5, 9, 10, 11, 11, 10.3, 9.8, 9.5, 9, 8.6, 8.2, 8),
                    months(155, 175, 205, 225, 230, 230, 235, 235, 225, 205, 175, 155),
                    months(0.05, 0.055, 0.045, 0.02, 0.01, 0.003, 0.001, 0.001, 0.004, 0.012, 0.02, 0.045),
                    months(2.3, 2.2, 2.1, 2.0, 1.7, 1.5, 1.3, 1.3, 1.7, 2.0, 2.2, 2.3),
                    CALIFORNIA,
                    3.4,
                    0.7,
                    1.6,
                    55),
            "Pune India",
            new Normals(
                    months(30.0, 32.4, 35.8, 38.0, 37.1, 31.9, 28.4, 27.7, 29.4, 31.7, 30.4, 29.2),
                    months(11.6, 12.8, 16.4, 20.5, 22.6, 23.1, 22.3, 21.5, 20.8, 18.7, 15.0, 11.8),
                    months(54, 46, 38, 38, 48, 70, 80, 83, 78, 66, 59, 57),
                    months(10, 10, 14, 20, 32, 68, 86, 84, 66, 36, 22, 14),
                    months(1015, 1014, 1011.5, 1009, 1006.5, 1004, 1004, 1005, 1007.5, 1011, 1013.5, 1015),
                    months(5.5, 6, 7, 9, 13, 15, 15, 13, 9, 5.8, 5.2, 5.2),
                    months(105, 130, 205, 260, 268, 262, 260, 262, 262, 180, 108, 102),
                    months(0.001, 0.001, 0.003, 0.008, 0.02, 0.12, 0.26, 0.22, 0.13, 0.05, 0.014, 0.003),
                    months(1.7, 1.7, 1.6, 1.5, 1.5, 1.6, 1.1, 1.0, 1.2, 1.5, 1.6, 1.7),
                    MAHARASHTRA,
                    2.0,
                    1.3,
                    1.9,
                    45),
            "Mumbai India",
            new Normals(
                    months(31.0, 31.3, 32.7, 33.1, 33.4, 32.2, 30.3, 30.0, 30.6, 33.2, 33.6, 32.4),
                    months(17.2, 18.3, 21.4, 24.2, 26.9, 26.3, 25.3, 25.0, 24.6, 23.6, 20.9, 18.5),
                    months(66, 66, 68, 70, 71, 80, 86, 86, 83, 76, 68, 66),
                    months(10, 9, 12, 16, 30, 70, 88, 86, 68, 36, 20, 13),
                    months(1013, 1012, 1010.5, 1009, 1007, 1004, 1003.5, 1004.5, 1007, 1010, 1012, 1013),
                    months(8.5, 9.5, 11, 12, 13, 16, 19, 17, 11, 8.5, 8, 8),
                    months(335, 335, 320, 300, 275, 245, 250, 255, 275, 310, 330, 335),
                    months(0.001, 0.001, 0.001, 0.002, 0.012, 0.18, 0.38, 0.32, 0.2, 0.05, 0.008, 0.002),
                    months(1.3, 1.3, 1.2, 1.0, 0.9, 1.1, 0.9, 0.8, 0.9, 1.2, 1.3, 1.3),
                    MAHARASHTRA,
                    2.0,
                    1.3,
                    2.8,
                    50));

    static Normals of(City place) {
        Normals normals = BY_QUERY.get(place.query());
        if (normals == null) {
            throw new IllegalArgumentException("there is no climate for " + place.query());
        }
        return normals;
    }

    private static List<Double> months(double... months) {
        return Arrays.stream(months).boxed().toList();
    }
}
