-- What the sink connectors have stored. Each folder may be empty as yet; a query sees what is there when it runs.
--
-- JSON columns go by their names. CSV columns go by their places, and each file's header is checked against the names
-- here; the sink's envelope comes first, then the columns that csv.columns names.

CREATE EXTERNAL TABLE lake_tiktok_category (
  kafka_key STRING, kafka_partition INT, kafka_offset BIGINT, kafka_timestamp TIMESTAMP,
  time DOUBLE, watchTime INT, liked INT
)
USING json
PARTITIONED BY (dt DATE, category STRING)
LOCATION 's3a://${env:NRT_S3_BUCKET}/lake/tiktok_category';

CREATE EXTERNAL TABLE lake_energy_consumption (
  kafka_key STRING, kafka_partition INT, kafka_offset BIGINT, kafka_timestamp TIMESTAMP,
  time BIGINT, userId BIGINT, usage DOUBLE, location STRING
)
USING csv
OPTIONS (header 'true', enforceSchema 'false')
PARTITIONED BY (dt DATE)
LOCATION 's3a://${env:NRT_S3_BUCKET}/lake/energy_consumption';

CREATE EXTERNAL TABLE lake_weather (
  kafka_key STRING, kafka_partition INT, kafka_offset BIGINT, kafka_timestamp TIMESTAMP,
  location STRUCT<name: STRING, region: STRING, country: STRING, lat: DOUBLE, lon: DOUBLE, tz_id: STRING,
    localtime_epoch: BIGINT, localtime: STRING>,
  current STRUCT<temp_c: DOUBLE, temp_f: DOUBLE, is_day: INT, wind_mph: DOUBLE, wind_kph: DOUBLE,
    wind_degree: DOUBLE, wind_dir: STRING, pressure_mb: DOUBLE, pressure_in: DOUBLE, precip_in: DOUBLE,
    precip_mm: DOUBLE, humidity: DOUBLE, cloud: DOUBLE, feelslike_c: DOUBLE, feelslike_f: DOUBLE>
)
USING json
PARTITIONED BY (dt DATE, city STRING)
LOCATION 's3a://${env:NRT_S3_BUCKET}/lake/weather';

CREATE EXTERNAL TABLE lake_northwest_load (
  kafka_key STRING, kafka_partition INT, kafka_offset BIGINT, kafka_timestamp TIMESTAMP,
  time BIGINT, local_time STRING, location STRING, load_mw DOUBLE
)
USING csv
OPTIONS (header 'true', enforceSchema 'false')
PARTITIONED BY (dt DATE)
LOCATION 's3a://${env:NRT_S3_BUCKET}/lake/northwest_load';

CREATE EXTERNAL TABLE lake_northwest_weather (
  kafka_key STRING, kafka_partition INT, kafka_offset BIGINT, kafka_timestamp TIMESTAMP,
  time BIGINT, local_time STRING, location STRING, temp_f DOUBLE
)
USING csv
OPTIONS (header 'true', enforceSchema 'false')
PARTITIONED BY (dt DATE)
LOCATION 's3a://${env:NRT_S3_BUCKET}/lake/northwest_weather';
