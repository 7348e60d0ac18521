/**
 * What the tasks of a query's batches read from Kafka and write to it: ranges of offsets in, and out, exactly once, all that
 * a task makes of a batch. Knows no Spark, so that all of it runs in a plain test.
 */
@NullMarked
package io.nrtstreams.analytics.host.output;

import org.jspecify.annotations.NullMarked;
