-- What each house uses in each minute of event time. Readings that come over ten minutes late are left out.
SELECT
  window.start AS minute,
  house,
  location,
  readings,
  usage_sum,
  usage_avg,
  last_event_time
FROM (
  SELECT
    window(kafka_timestamp, '1 minute') AS window,
    CAST(userId AS STRING) AS house,
    location,
    count(*) AS readings,
    sum(usage) AS usage_sum,
    avg(usage) AS usage_avg,
    max(kafka_timestamp) AS last_event_time
  FROM readings
  GROUP BY window(kafka_timestamp, '1 minute'), userId, location
)
