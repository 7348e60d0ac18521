-- The mean reading of each house over the week before the last reading, in about a hundred steps of ten seconds or more.
SELECT
  concat(location, ' (', userId, ')') AS line,
  floor(time / step) * step AS epoch_second,
  avg(usage) AS value
FROM lake_energy_consumption
CROSS JOIN (
  SELECT
    max(time) - 7 * 86400 AS week_before,
    greatest(10, ceil(least(max(time) - min(time), 7 * 86400) / 1000) * 10) AS step
  FROM lake_energy_consumption
)
WHERE time > week_before
GROUP BY location, userId, floor(time / step) * step
