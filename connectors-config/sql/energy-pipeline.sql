-- A whole pipeline in one file: meters that send readings, cleaning on the way into Kafka, what each place uses in each
-- minute, and the cleaned readings as files in S3. Carry it out with
--     ./nrt sql -f connectors-config/sql/energy-pipeline.sql
-- and once more without harm. The worker itself resolves ${env:…}, so no secret stands here.

SET 'auto.offset.reset' = 'earliest';

DEFINE topic = 'energy_readings';

-- Where readings come from. Some are dirty; the transforms parse and clean them before they are in the topic.
CREATE SOURCE CONNECTOR IF NOT EXISTS `energy-meters` WITH (
  'connector.class' = 'io.nrtstreams.connect.mock.MockSourceConnector',
  'tasks.max' = 1,
  'feed' = 'energy',
  'profile' = 'prototype',
  'topic' = '${topic}',
  'seed' = 42,
  'rate' = 50,
  'dirt.malformed' = 0.005,
  'dirt.null.token' = 0.01,
  'topic.creation.default.replication.factor' = -1,
  'topic.creation.default.partitions' = 2,
  'key.converter' = 'org.apache.kafka.connect.storage.StringConverter',
  'value.converter' = 'org.apache.kafka.connect.json.JsonConverter',
  'value.converter.schemas.enable' = false,
  'transforms' = 'parse,clean',
  'transforms.parse.type' = 'io.nrtstreams.connect.cleaning.Parse$Value',
  'transforms.parse.format' = 'csv',
  'transforms.parse.schema' = 'time:int64, userId:int64, usage:string, location:string',
  'transforms.clean.type' = 'io.nrtstreams.connect.cleaning.Clean$Value',
  'transforms.clean.field.usage' = 'trim | null-if ''Null'' '''' | to float64 else reject | require | range 0..0.15 else reject',
  'transforms.clean.field.location' = 'trim | map ''Pune India''=''Pune'' ''Fullerton US''=''Fullerton'' ''Los Angeles US''=''Los Angeles'''
);

-- The source makes the topic; the next statement needs it.
ASSERT TOPIC `${topic}` TIMEOUT 30 SECONDS;

CREATE STREAM IF NOT EXISTS energy_readings (house_key STRING KEY, `time` BIGINT, userId BIGINT, usage DOUBLE, location STRING)
  WITH (KAFKA_TOPIC = '${topic}', VALUE_FORMAT = 'JSON', SOURCED_BY_CONNECTOR = 'energy-meters');

CREATE TABLE IF NOT EXISTS energy_by_location_minute
  WITH (KAFKA_TOPIC = 'energy_by_location_minute', VALUE_FORMAT = 'JSON') AS
  SELECT location, COUNT(*) AS readings, SUM(usage) AS usage_sum, AVG(usage) AS usage_avg
  FROM energy_readings
  WINDOW TUMBLING (SIZE 1 MINUTE, GRACE PERIOD 10 MINUTES)
  GROUP BY location;

-- The cleaned readings as files, by day and place.
CREATE SINK CONNECTOR IF NOT EXISTS `energy-lake` WITH (
  'connector.class' = 'io.nrtstreams.connect.s3.S3SinkConnector',
  'tasks.max' = 1,
  'topics' = '${topic}',
  's3.bucket' = '${env:NRT_S3_BUCKET}',
  's3.region' = 'us-east-1',
  's3.endpoint' = '${env:NRT_S3_ENDPOINT}',
  's3.path.style' = true,
  's3.access.key.id' = '${env:NRT_S3_ACCESS_KEY}',
  's3.secret.access.key' = '${env:NRT_S3_SECRET_KEY}',
  's3.prefix' = 'lake',
  'format' = 'json',
  'compression' = 'gzip',
  'partition.by' = 'dt={timestamp:yyyy-MM-dd}/location={value.location}',
  'timestamp.source' = 'record',
  'timezone' = 'UTC',
  'rotate.records' = 10000,
  'rotate.age' = '5s',
  'consumer.override.isolation.level' = 'read_committed',
  'consumer.override.auto.offset.reset' = 'earliest',
  'key.converter' = 'org.apache.kafka.connect.storage.StringConverter',
  'value.converter' = 'org.apache.kafka.connect.json.JsonConverter',
  'value.converter.schemas.enable' = false
);
