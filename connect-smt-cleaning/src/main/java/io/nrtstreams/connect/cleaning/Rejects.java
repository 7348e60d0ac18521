package io.nrtstreams.connect.cleaning;

import io.nrtstreams.connect.cleaning.core.Refused;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.header.Headers;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Sets refused records aside, so that none vanishes: under a sink it throws, and Connect's dead letter queue takes the
 * record; under a source, where Connect has no such queue, it sends the record as it came to a topic of rejects.
 *
 * @param transform the transform's name in headers and messages
 * @param topicSuffix what is added to the topic's name
 * @param as how headers are written
 */
record Rejects(String transform, String topicSuffix, ReasonHeaders as) {
    static final String TRANSFORM_HEADER = "nrt.rejected.transform";
    static final String FIELD_HEADER = "nrt.rejected.field";
    static final String RULE_HEADER = "nrt.rejected.rule";
    static final String REASON_HEADER = "nrt.rejected.reason";

    /** Whether a transform of ours has rejected the record before. */
    static boolean holds(ConnectRecord<?> record) {
        return record.headers().lastWithName(TRANSFORM_HEADER) != null;
    }

    /**
     * Does with a refused record what its rule says.
     *
     * @return the record to go on with, or null for none
     * @throws RejectedRecordException if a sink's record is rejected
     * @throws ConnectException if the rule says that the task fails
     */
    <R extends ConnectRecord<R>> @Nullable R take(R record, Refused refused) {
        return switch (refused.action()) {
            case DROP -> null;
            case FAIL ->
                throw new ConnectException(message("stopped at", record, refused)
                        + ". The rule says `else fail`: mend the record where it comes from, or say `else reject` to set"
                        + " such records aside");
            case REJECT -> reject(record, refused);
        };
    }

    private <R extends ConnectRecord<R>> R reject(R record, Refused refused) {
        if (record instanceof SinkRecord) {
            throw new RejectedRecordException(message("rejected", record, refused), refused);
        }
        Headers headers = record.headers().duplicate();
        withoutFlags(headers);
        as.add(headers, TRANSFORM_HEADER, transform);
        as.add(headers, FIELD_HEADER, refused.field());
        as.add(headers, RULE_HEADER, refused.rule());
        as.add(headers, REASON_HEADER, refused.reason());
        Originals.SchemaAndObject key = Originals.ofThisTask().before(Side.KEY, record);
        Originals.SchemaAndObject value = Originals.ofThisTask().before(Side.VALUE, record);
        return record.newRecord(
                record.topic() + topicSuffix,
                null,
                key.schema(),
                key.value(),
                value.schema(),
                value.value(),
                record.timestamp(),
                headers);
    }

    /** Flags are of a record that goes on, and what an earlier transform said of this one is said anew when it is taken back. */
    private static void withoutFlags(Headers headers) {
        Set<String> flags = new HashSet<>();
        headers.forEach(header -> flags.add(header.key()));
        flags.removeIf(name -> !name.startsWith(Screen.FLAG_HEADER_PREFIX));
        flags.forEach(headers::remove);
    }

    private String message(String verb, ConnectRecord<?> record, Refused refused) {
        String field = refused.field().isEmpty() ? "" : "field " + refused.field() + ", ";
        String rule = refused.rule().isEmpty() ? "" : "rule `" + refused.rule() + "`: ";
        return transform + " " + verb + " the record " + coordinates(record) + ": " + field + rule + refused.reason();
    }

    private static String coordinates(ConnectRecord<?> record) {
        if (record instanceof SinkRecord sink) {
            return sink.originalTopic() + "-" + sink.originalKafkaPartition() + "@" + sink.originalKafkaOffset();
        }
        String origin = record instanceof SourceRecord source
                ? " at " + source.sourcePartition() + " " + source.sourceOffset()
                : "";
        return "for topic " + record.topic() + origin;
    }
}
