package io.nrtstreams.analytics.result;

import java.util.List;
import java.util.Optional;

/**
 * What one streaming query has done so far.
 *
 * @param name the pipeline's name
 * @param sources the topics it reads
 * @param sink where its rows go, for people
 * @param state where it is in its life
 * @param restarts how often it died and was started again since the process began
 * @param inputRows rows taken in since the process began
 * @param batches micro-batches with input since the process began
 * @param batchMillis duration of recent batches with input, without the first ones
 * @param endToEndMillis from the newest input record of a result row to that row being seen on its topic; only for
 *     queries that write to a topic
 * @param failure cause and remedy in one line, if it failed
 */
public record QueryFigures(
        String name,
        List<String> sources,
        String sink,
        QueryState state,
        long restarts,
        long inputRows,
        long batches,
        Optional<Spread> batchMillis,
        Optional<Spread> endToEndMillis,
        Optional<String> failure) {}
