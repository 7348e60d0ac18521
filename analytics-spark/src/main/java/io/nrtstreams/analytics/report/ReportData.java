package io.nrtstreams.analytics.report;

import io.nrtstreams.analytics.result.LakeAnswers;
import io.nrtstreams.analytics.result.QueryFigures;
import io.nrtstreams.analytics.result.TableRows;
import java.time.Instant;
import java.util.List;

/**
 * Everything a report shows.
 *
 * @param made when the figures were taken
 * @param audit what the audit found
 * @param queries what the streaming queries did
 * @param answers what batch SQL over the lake came to
 * @param tables the latest rows of the result topics
 */
public record ReportData(
        Instant made, Audit audit, List<QueryFigures> queries, LakeAnswers answers, List<TableRows> tables) {}
