-- What each house uses in each minute of event time. Readings that come over ten minutes late are left out.
SET 'auto.offset.reset' = 'earliest';

CREATE STREAM IF NOT EXISTS energy_readings (house_key STRING KEY, `time` BIGINT, userId BIGINT, usage DOUBLE, location STRING)
  WITH (KAFKA_TOPIC = 'energy_consumption', VALUE_FORMAT = 'JSON');

CREATE TABLE IF NOT EXISTS energy_by_house_minute
  WITH (KAFKA_TOPIC = 'energy_by_house_minute', KEY_FORMAT = 'JSON', VALUE_FORMAT = 'JSON') AS
SELECT
  userId AS house_id,
  location AS location_key,
  FORMAT_TIMESTAMP(FROM_UNIXTIME(WINDOWSTART), 'yyyy-MM-dd''T''HH:mm:ss.SSSX') AS `minute`,
  CAST(AS_VALUE(userId) AS STRING) AS `house`,
  AS_VALUE(location) AS `location`,
  COUNT(*) AS `readings`,
  SUM(usage) AS `usage_sum`,
  AVG(usage) AS `usage_avg`,
  FORMAT_TIMESTAMP(FROM_UNIXTIME(MAX(ROWTIME)), 'yyyy-MM-dd''T''HH:mm:ss.SSSX') AS `last_event_time`
FROM energy_readings
WINDOW TUMBLING (SIZE 1 MINUTE, GRACE PERIOD 10 MINUTES)
GROUP BY userId, location;
