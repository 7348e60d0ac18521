-- How long each user watches each category, how often, and how many of the views are liked.
SET 'auto.offset.reset' = 'earliest';

CREATE STREAM IF NOT EXISTS tiktok_views (user_id STRING KEY, `time` DOUBLE, category STRING, watchTime INT, liked INT)
  WITH (KAFKA_TOPIC = 'tiktok_category', VALUE_FORMAT = 'JSON');

CREATE TABLE IF NOT EXISTS tiktok_engagement
  WITH (KAFKA_TOPIC = 'tiktok_engagement', KEY_FORMAT = 'JSON', VALUE_FORMAT = 'JSON') AS
SELECT
  user_id AS user_key,
  category AS category_key,
  AS_VALUE(user_id) AS `user_id`,
  AS_VALUE(category) AS `category`,
  AVG(watchTime) AS `avg_watch_time`,
  COUNT(*) AS `total_viewed`,
  SUM(CASE WHEN liked = 1 THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END) AS `likes`,
  FORMAT_TIMESTAMP(FROM_UNIXTIME(MAX(ROWTIME)), 'yyyy-MM-dd''T''HH:mm:ss.SSSX') AS `last_event_time`
FROM tiktok_views
GROUP BY user_id, category;
