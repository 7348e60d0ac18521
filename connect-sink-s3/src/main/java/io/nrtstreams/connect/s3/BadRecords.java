package io.nrtstreams.connect.s3;

import io.nrtstreams.connect.s3.format.BadRecordException;
import java.util.concurrent.Future;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.jspecify.annotations.Nullable;

/** Where records go that cannot be stored. */
@FunctionalInterface
interface BadRecords {
    /**
     * Takes a record.
     *
     * @throws ConnectException if it may not be left out, so that the task stops
     */
    void take(SinkRecord record, BadRecordException reason);

    /**
     * Hands bad records to Connect, which applies {@code errors.tolerance} and keeps the offset from being committed
     * before its dead letter queue has them; where the connector has no reporter, a bad record stops the task.
     */
    static BadRecords of(SinkTaskContext context) {
        @Nullable ErrantRecordReporter reporter = context.errantRecordReporter();
        return reporter == null ? BadRecords::stop : (record, reason) -> report(reporter, record, reason);
    }

    private static void stop(SinkRecord record, BadRecordException reason) {
        throw new ConnectException(
                describe(record, reason) + ". The task stops here; set errors.tolerance=all and"
                        + " errors.deadletterqueue.topic.name to go on without such records",
                reason);
    }

    private static void report(ErrantRecordReporter reporter, SinkRecord record, BadRecordException reason) {
        // Connect itself waits for the report before it commits the record's offset.
        Future<Void> unused = reporter.report(record, new ConnectException(describe(record, reason), reason));
    }

    private static String describe(SinkRecord record, BadRecordException reason) {
        return "topic " + record.originalTopic() + ", partition " + record.originalKafkaPartition() + ", offset "
                + record.originalKafkaOffset() + ": " + reason.getMessage();
    }
}
