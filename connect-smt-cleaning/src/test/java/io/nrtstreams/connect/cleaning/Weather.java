package io.nrtstreams.connect.cleaning;

/** What a weather service answered, as a Python producer wrote it down. */
final class Weather {
    static final String PUNE =
            "{'location': {'name': 'Pune', 'region': 'Maharashtra', 'country': 'India', 'lat': 18.53,"
                    + " 'lon': 73.87, 'tz_id': 'Asia/Kolkata', 'localtime_epoch': 1669753776, 'localtime': '2022-11-30 1:59'},"
                    + " 'current': {'last_updated_epoch': 1669752900, 'last_updated': '2022-11-30 01:45', 'temp_c': 20.0,"
                    + " 'temp_f': 68.0, 'is_day': 0, 'condition': {'text': \"Patchy rain in O'Hare\", 'icon':"
                    + " '//cdn.example.net/64x64/night/113.png', 'code': 1000}, 'wind_mph': 2.9, 'wind_kph': 4.7,"
                    + " 'wind_degree': 111, 'wind_dir': 'ESE', 'pressure_mb': 1013.0, 'pressure_in': 29.91, 'precip_mm': 0.0,"
                    + " 'precip_in': 0.0, 'humidity': 51, 'cloud': 5, 'feelslike_c': 20.0, 'feelslike_f': 68.0, 'vis_km': 6.0,"
                    + " 'vis_miles': 3.0, 'uv': 1.0, 'gust_mph': 6.0, 'gust_kph': 9.7}}";

    private Weather() {}
}
