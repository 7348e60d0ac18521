package io.nrtstreams.analytics.result;

import java.util.List;
import java.util.Map;

/**
 * What batch SQL over the lake came to.
 *
 * @param tables rows by table
 * @param regressions the declared models, fitted
 * @param series the declared charts
 */
public record LakeAnswers(
        Map<String, Outcome<Long>> tables, List<Outcome<RegressionResult>> regressions, List<Outcome<Series>> series) {}
