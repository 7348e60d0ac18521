-- What the streaming queries have stored, each once as JSON and once as CSV. Only files of finished batches count.

CREATE EXTERNAL TABLE tiktok_engagement_json (
  user_id STRING, category STRING, avg_watch_time DOUBLE,
  total_viewed BIGINT, likes BIGINT, last_event_time TIMESTAMP, kafka_offset BIGINT
)
USING json
PARTITIONED BY (dt DATE)
LOCATION 's3a://${env:NRT_S3_BUCKET}/analytics/tiktok_engagement/json';

CREATE EXTERNAL TABLE tiktok_engagement_csv (
  user_id STRING, category STRING, avg_watch_time DOUBLE,
  total_viewed BIGINT, likes BIGINT, last_event_time TIMESTAMP, kafka_offset BIGINT
)
USING csv
OPTIONS (header 'true')
PARTITIONED BY (dt DATE)
LOCATION 's3a://${env:NRT_S3_BUCKET}/analytics/tiktok_engagement/csv';

CREATE EXTERNAL TABLE energy_by_house_minute_json (
  minute TIMESTAMP, house STRING, location STRING, readings BIGINT,
  usage_sum DOUBLE, usage_avg DOUBLE, last_event_time TIMESTAMP, kafka_offset BIGINT
)
USING json
PARTITIONED BY (dt DATE)
LOCATION 's3a://${env:NRT_S3_BUCKET}/analytics/energy_by_house_minute/json';

CREATE EXTERNAL TABLE energy_by_house_minute_csv (
  minute TIMESTAMP, house STRING, location STRING, readings BIGINT,
  usage_sum DOUBLE, usage_avg DOUBLE, last_event_time TIMESTAMP, kafka_offset BIGINT
)
USING csv
OPTIONS (header 'true')
PARTITIONED BY (dt DATE)
LOCATION 's3a://${env:NRT_S3_BUCKET}/analytics/energy_by_house_minute/csv';

CREATE EXTERNAL TABLE weather_by_city_json (
  city STRING, temp_f_latest DOUBLE, temp_f_avg DOUBLE, humidity_latest DOUBLE,
  humidity_avg DOUBLE, readings BIGINT, last_event_time TIMESTAMP, kafka_offset BIGINT
)
USING json
PARTITIONED BY (dt DATE)
LOCATION 's3a://${env:NRT_S3_BUCKET}/analytics/weather_by_city/json';

CREATE EXTERNAL TABLE weather_by_city_csv (
  city STRING, temp_f_latest DOUBLE, temp_f_avg DOUBLE, humidity_latest DOUBLE,
  humidity_avg DOUBLE, readings BIGINT, last_event_time TIMESTAMP, kafka_offset BIGINT
)
USING csv
OPTIONS (header 'true')
PARTITIONED BY (dt DATE)
LOCATION 's3a://${env:NRT_S3_BUCKET}/analytics/weather_by_city/csv';
