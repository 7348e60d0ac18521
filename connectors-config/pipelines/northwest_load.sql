-- Hourly load with the temperature of the same hour; hour of day and day of week are local (Pacific, UTC-8).
SELECT
  load.load_mw,
  weather.temp_f,
  substring(load.local_time, 12, 2) AS hour,
  date_format(to_date(substring(load.local_time, 1, 10)), 'EEE') AS weekday
FROM lake_northwest_load AS load
JOIN lake_northwest_weather AS weather ON load.location = weather.location AND load.time = weather.time
