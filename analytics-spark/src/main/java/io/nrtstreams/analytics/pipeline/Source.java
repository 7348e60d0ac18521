package io.nrtstreams.analytics.pipeline;

import java.time.Duration;
import java.util.Optional;

/**
 * A topic as a view that the pipeline's SQL reads. Every view has {@code kafka_key}, {@code kafka_timestamp},
 * {@code kafka_partition} and {@code kafka_offset} besides the columns of its format.
 *
 * @param view the view's name
 * @param topic the topic
 * @param format how a record's value becomes columns
 * @param lateness how late records may come in event time before state for their time is given up; empty keeps all
 */
record Source(String view, String topic, Format format, Optional<Duration> lateness) {

    /** How a record's value becomes columns. */
    sealed interface Format {}

    /**
     * A JSON object; also with single quotes.
     *
     * @param schema the columns in Spark's DDL, e.g. {@code time DOUBLE, category STRING}
     */
    record Json(String schema) implements Format {}

    /** One column {@code value} of type STRING. */
    record Text() implements Format {}
}
