package io.nrtstreams.analytics.batch;

import io.nrtstreams.analytics.host.output.OutputException;
import io.nrtstreams.analytics.host.output.SourceException;
import io.nrtstreams.sql.SqlException;
import java.io.UncheckedIOException;
import org.apache.spark.sql.AnalysisException;

/** What Spark throws, as users are told of it. */
final class SparkFailures {

    private SparkFailures() {}

    /** An exception to throw: what the statement is told, with its reason. */
    static SqlException told(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SqlException known) {
                return known;
            } else if (cause instanceof AnalysisException
                    || cause instanceof SourceException
                    || cause instanceof OutputException
                    || cause instanceof UncheckedIOException) {
                Throwable inner = cause.getCause();
                boolean wraps = cause instanceof UncheckedIOException && inner != null;
                return caused(firstLine(wraps && inner != null ? inner : cause), failure);
            }
        }
        return caused("Spark could not answer: " + firstLine(failure), failure);
    }

    /** A failure of a statement with what led to it. */
    static SqlException caused(String message, Throwable cause) {
        SqlException failure = new SqlException(message);
        failure.initCause(cause);
        return failure;
    }

    /** What follows are plans and traces. */
    private static String firstLine(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        int end = message.indexOf('\n');
        return (end < 0 ? message : message.substring(0, end)).strip();
    }
}
