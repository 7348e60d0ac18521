-- The weather of each city: the latest poll and the means of all.
--
-- A value is the text of a Python dict: outside of quoted texts, None, True, False and nan become JSON's words;
-- from_json then reads the single quotes by itself. Error bodies and torn texts have no location or no temperature,
-- and are left out, as the sink's cleaning does. Each pattern goes on where the last match ended (\G), steps over what
-- is neither a quote nor the word, and over whole texts in single (\x27) or double (\x22) quotes.
SELECT
  poll.location.name AS city,
  max_by(poll.current.temp_f, kafka_timestamp) AS temp_f_latest,
  avg(poll.current.temp_f) AS temp_f_avg,
  max_by(poll.current.humidity, kafka_timestamp) AS humidity_latest,
  avg(poll.current.humidity) AS humidity_avg,
  count(*) AS readings,
  max(kafka_timestamp) AS last_event_time
FROM (
  SELECT
    kafka_timestamp,
    from_json(
      regexp_replace(
        regexp_replace(
          regexp_replace(
            value,
            r'\G((?:(?!(?:None|nan))[^\x27\x22]|\x27(?:[^\x27\\]|\\.)*+\x27|\x22(?:[^\x22\\]|\\.)*+\x22)*+)(?:None|nan)',
            '$1null'),
          r'\G((?:(?!True)[^\x27\x22]|\x27(?:[^\x27\\]|\\.)*+\x27|\x22(?:[^\x22\\]|\\.)*+\x22)*+)True',
          '$1true'),
        r'\G((?:(?!False)[^\x27\x22]|\x27(?:[^\x27\\]|\\.)*+\x27|\x22(?:[^\x22\\]|\\.)*+\x22)*+)False',
        '$1false'),
      'location STRUCT<name: STRING>, current STRUCT<temp_f: DOUBLE, humidity: DOUBLE>'
    ) AS poll
  FROM polls
)
WHERE poll.location.name IS NOT NULL AND poll.current.temp_f BETWEEN -80 AND 140
GROUP BY poll.location.name
