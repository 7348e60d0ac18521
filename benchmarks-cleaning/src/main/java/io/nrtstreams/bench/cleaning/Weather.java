package io.nrtstreams.bench.cleaning;

import java.util.Random;

/** What a weather service answers, as a Python producer writes it down: some 900 characters, and 34 fields in three records. */
final class Weather {
    /** Everything that is in the text. */
    static final String SHAPE =
            "location{name:string, region:string, country:string, lat:float64, lon:float64, tz_id:string,"
                    + " localtime_epoch:int64, localtime:string}, current{last_updated_epoch:int64, last_updated:string,"
                    + " temp_c:float64, temp_f:float64, is_day:int32, condition{text:string, icon:string, code:int32},"
                    + " wind_mph:float64, wind_kph:float64, wind_degree:int32, wind_dir:string, pressure_mb:float64,"
                    + " pressure_in:float64, precip_mm:float64, precip_in:float64, humidity:int32, cloud:int32,"
                    + " feelslike_c:float64, feelslike_f:float64, vis_km:float64, vis_miles:float64, uv:float64, gust_mph:float64,"
                    + " gust_kph:float64}";

    private Weather() {}

    /** A Python dict, as {@code str()} prints it. */
    static String dict(int number) {
        return text(number, tenths(new Random(number)));
    }

    /** A dict whose last field is text where a number belongs. */
    static String badDict(int number) {
        return text(number, "'calm'");
    }

    /** The same as JSON. */
    static String json(int number) {
        return dict(number).replace('\'', '"');
    }

    private static String text(int number, String last) {
        Random random = new Random(number);
        return "{'location': {'name': 'Pune', 'region': 'Maharashtra', 'country': 'India', 'lat': 18.53, 'lon': 73.87,"
                + " 'tz_id': 'Asia/Kolkata', 'localtime_epoch': " + (1_669_753_776 + number)
                + ", 'localtime': '2022-11-30 1:59'}, 'current': {'last_updated_epoch': "
                + (1_669_752_900 + number) + ", 'last_updated': '2022-11-30 01:45', 'temp_c': " + tenths(random)
                + ", 'temp_f': " + tenths(random) + ", 'is_day': " + number % 2
                + ", 'condition': {'text': 'Patchy rain possible', 'icon': '//cdn.example.net/64x64/night/113.png',"
                + " 'code': 1063}, 'wind_mph': " + tenths(random) + ", 'wind_kph': " + tenths(random)
                + ", 'wind_degree': " + random.nextInt(360) + ", 'wind_dir': 'ESE', 'pressure_mb': 1013.0,"
                + " 'pressure_in': 29.91, 'precip_mm': " + tenths(random) + ", 'precip_in': " + tenths(random)
                + ", 'humidity': " + random.nextInt(100) + ", 'cloud': " + random.nextInt(100) + ", 'feelslike_c': "
                + tenths(random) + ", 'feelslike_f': " + tenths(random) + ", 'vis_km': " + tenths(random)
                + ", 'vis_miles': " + tenths(random) + ", 'uv': 1.0, 'gust_mph': " + tenths(random)
                + ", 'gust_kph': " + last + "}}";
    }

    private static String tenths(Random random) {
        return String.valueOf(random.nextInt(1_000) / 10.0);
    }
}
