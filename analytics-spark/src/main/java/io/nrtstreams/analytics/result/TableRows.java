package io.nrtstreams.analytics.result;

import java.util.List;

/**
 * The latest row of every key of a result topic.
 *
 * @param name the topic
 * @param columns the columns in the order of the rows
 * @param rows the rows in the order of their keys; an empty text where a row lacks a column, numbers and texts as they
 *     came
 * @param keys how many keys there are; more than rows where the answer was cut
 */
public record TableRows(String name, List<String> columns, List<List<Object>> rows, long keys) {}
