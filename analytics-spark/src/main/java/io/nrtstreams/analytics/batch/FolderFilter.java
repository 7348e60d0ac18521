package io.nrtstreams.analytics.batch;

import java.time.LocalDate;
import java.util.Arrays;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.GreaterThan;
import org.apache.spark.sql.sources.GreaterThanOrEqual;
import org.apache.spark.sql.sources.In;
import org.apache.spark.sql.sources.IsNotNull;
import org.apache.spark.sql.sources.LessThan;
import org.apache.spark.sql.sources.LessThanOrEqual;
import org.jspecify.annotations.Nullable;

/** Conditions of Spark on a column that is the same in all rows of a folder. */
final class FolderFilter {

    private FolderFilter() {}

    /** Whether rows with this value in the column can meet the condition; true for conditions that say nothing of it. */
    static boolean mayBe(Filter filter, String column, @Nullable Object value) {
        if (filter instanceof EqualTo equal && equal.attribute().equals(column)) {
            return value != null
                    && (equal.value().getClass() != value.getClass()
                            || equal.value().equals(value));
        } else if (filter instanceof In in && in.attribute().equals(column)) {
            return value != null
                    && Arrays.stream(in.values()).anyMatch(one -> mayBe(new EqualTo(column, one), column, value));
        } else if (filter instanceof IsNotNull present && present.attribute().equals(column)) {
            return value != null;
        } else if (filter instanceof GreaterThan greater && greater.attribute().equals(column)) {
            return order(value, greater.value(), 1) > 0;
        } else if (filter instanceof GreaterThanOrEqual greater
                && greater.attribute().equals(column)) {
            return order(value, greater.value(), 1) >= 0;
        } else if (filter instanceof LessThan less && less.attribute().equals(column)) {
            return order(value, less.value(), -1) < 0;
        } else if (filter instanceof LessThanOrEqual less && less.attribute().equals(column)) {
            return order(value, less.value(), -1) <= 0;
        }
        return true;
    }

    /** How the value compares; {@code otherwise} for what cannot be compared here. */
    private static int order(@Nullable Object value, Object bound, int otherwise) {
        if (value instanceof Number number && bound instanceof Number other && isWhole(number) && isWhole(other)) {
            return Long.compare(number.longValue(), other.longValue());
        } else if (value instanceof String text && bound instanceof String other) {
            return text.compareTo(other);
        } else if (value instanceof LocalDate date && bound instanceof LocalDate other) {
            return date.compareTo(other);
        }
        return otherwise;
    }

    private static boolean isWhole(Number number) {
        return number instanceof Integer || number instanceof Long;
    }
}
