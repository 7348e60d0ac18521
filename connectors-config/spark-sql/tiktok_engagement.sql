-- How long each user watches each category, how often, and how many of the views are liked.
SELECT
  kafka_key AS user_id,
  category,
  avg(watchTime) AS avg_watch_time,
  count(*) AS total_viewed,
  count_if(liked = 1) AS likes,
  max(kafka_timestamp) AS last_event_time
FROM views
GROUP BY kafka_key, category
