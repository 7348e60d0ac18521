-- Every energy reading with the last temperature of its city, at most 60 seconds older than the reading.
--
-- Both series are laid end to end and sorted by time; each reading then looks back at the last temperature. That takes
-- one sort, where a join on "up to 60 seconds before" would compare every pair within the minute.
SELECT usage, weather.temp_f AS temp_f
FROM (
  SELECT
    usage,
    time,
    last_value(weather, true) OVER (
      PARTITION BY location ORDER BY time, usage NULLS FIRST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS weather
  FROM (
    SELECT location, CAST(time AS BIGINT) AS time, usage, CAST(NULL AS STRUCT<time: BIGINT, temp_f: DOUBLE>) AS weather
    FROM lake_energy_consumption
    UNION ALL
    SELECT
      location.name,
      location.localtime_epoch,
      CAST(NULL AS DOUBLE),
      named_struct('time', location.localtime_epoch, 'temp_f', current.temp_f)
    FROM lake_weather
  )
)
WHERE usage IS NOT NULL AND time - weather.time <= 60
