package io.nrtstreams.analytics.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of an answer.
 *
 * @param values as {@link io.nrtstreams.sql.type.SqlType.Base} says which class is for which type
 * @param isTombstone whether the row of a table was deleted; only its key columns have values then
 */
public record ResultRow(List<@Nullable Object> values, boolean isTombstone) {}
