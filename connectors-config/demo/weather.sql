-- The weather of each city: the latest poll and the means of all.
--
-- A value is the text of a Python dict. No name in it has an apostrophe, so its quotes and words become JSON's one by one;
-- error bodies and torn texts then have no location or no temperature, and are left out, as the sink's cleaning does.
SET 'auto.offset.reset' = 'earliest';

CREATE STREAM IF NOT EXISTS weather_polls (city_key STRING KEY, poll STRING)
  WITH (KAFKA_TOPIC = 'weather', VALUE_FORMAT = 'KAFKA');

CREATE STREAM IF NOT EXISTS weather_readings WITH (KAFKA_TOPIC = 'weather_readings', VALUE_FORMAT = 'JSON', PARTITIONS = 2) AS
SELECT
  city_key,
  EXTRACTJSONFIELD(json, '$.location.name') AS `city`,
  CAST(EXTRACTJSONFIELD(json, '$.current.temp_f') AS DOUBLE) AS `temp_f`,
  CAST(EXTRACTJSONFIELD(json, '$.current.humidity') AS DOUBLE) AS `humidity`
FROM (
  SELECT
    city_key,
    REGEXP_REPLACE(
      REGEXP_REPLACE(
        REGEXP_REPLACE(REPLACE(poll, '''', '"'), ': (None|nan)([,}])', ': null$2'),
        ': True([,}])', ': true$1'),
      ': False([,}])', ': false$1') AS json
  FROM weather_polls
) AS polls;

CREATE TABLE IF NOT EXISTS weather_by_city
  WITH (KAFKA_TOPIC = 'weather_by_city', KEY_FORMAT = 'JSON', VALUE_FORMAT = 'JSON') AS
SELECT
  `city` AS city_key,
  AS_VALUE(`city`) AS `city`,
  LATEST_BY_OFFSET(`temp_f`) AS `temp_f_latest`,
  AVG(`temp_f`) AS `temp_f_avg`,
  LATEST_BY_OFFSET(`humidity`) AS `humidity_latest`,
  AVG(`humidity`) AS `humidity_avg`,
  COUNT(*) AS `readings`,
  FORMAT_TIMESTAMP(FROM_UNIXTIME(MAX(ROWTIME)), 'yyyy-MM-dd''T''HH:mm:ss.SSSX') AS `last_event_time`
FROM weather_readings
WHERE `city` IS NOT NULL AND `temp_f` BETWEEN -80 AND 140
GROUP BY `city`;
