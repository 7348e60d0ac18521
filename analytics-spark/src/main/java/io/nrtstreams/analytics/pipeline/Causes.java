package io.nrtstreams.analytics.pipeline;

import org.apache.spark.sql.streaming.StreamingQueryException;

/** One line for people out of an exception with many. */
public final class Causes {
    private Causes() {}

    /** The first line of the exception's message, or its class where it has none. */
    public static String firstLine(Throwable error) {
        String message = error.getMessage();
        return message == null || message.isBlank()
                ? error.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElseThrow();
    }

    /** What made a query die: Spark's wrappers taken off, one line a cause, at most three. */
    public static String of(Throwable error) {
        Throwable outermost = error;
        while (isWrapper(outermost) && outermost.getCause() != null) {
            outermost = outermost.getCause();
        }
        StringBuilder text = new StringBuilder(firstLine(outermost));
        Throwable cause = outermost.getCause();
        for (int depth = 0; cause != null && depth < 2; depth++, cause = cause.getCause()) {
            String line = firstLine(cause);
            if (text.indexOf(line) < 0) {
                text.append("; caused by: ").append(line);
            }
        }
        return text.toString();
    }

    private static boolean isWrapper(Throwable error) {
        return error instanceof StreamingQueryException
                || error instanceof java.util.concurrent.ExecutionException
                || firstLine(error).startsWith("Exception thrown in awaitResult");
    }
}
