-- The mean reading of each house in steps of ten seconds, over the week before the last reading.
SELECT
  concat(location, ' (', userId, ')') AS line,
  floor(time / 10) * 10 AS epoch_second,
  avg(usage) AS value
FROM lake_energy_consumption
WHERE time > (SELECT max(time) FROM lake_energy_consumption) - 7 * 86400
GROUP BY location, userId, floor(time / 10)
