package io.nrtstreams.quickstart.clean;

import io.nrtstreams.quickstart.feed.JsonValues;
import io.nrtstreams.quickstart.transforms.Passed;
import io.nrtstreams.quickstart.transforms.TransformChain;
import java.util.Map;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Sample records on their way through the transforms of a connector.
 *
 * @param <R> source or sink records, as the connector's are
 */
final class DryRun<R extends ConnectRecord<R>> implements AutoCloseable {
    private final TransformChain<R> chain;
    private final Maker<R> maker;
    private final String topic;

    private DryRun(TransformChain<R> chain, Maker<R> maker, String topic) {
        this.chain = chain;
        this.maker = maker;
        this.topic = topic;
    }

    /** Makes a record of a sample. */
    private interface Maker<R extends ConnectRecord<R>> {
        R record(String topic, Samples.Sample sample, long number);
    }

    /** The transforms under a source. */
    static DryRun<SourceRecord> ofSource(Map<String, String> config, String topic) {
        TransformChain<SourceRecord> chain = TransformChain.of(config);
        return new DryRun<>(chain, DryRun::sourceRecord, topic);
    }

    /** The transforms under a sink. */
    static DryRun<SinkRecord> ofSink(Map<String, String> config, String topic) {
        TransformChain<SinkRecord> chain = TransformChain.of(config);
        return new DryRun<>(chain, DryRun::sinkRecord, topic);
    }

    private static SourceRecord sourceRecord(String topic, Samples.Sample sample, long number) {
        return new SourceRecord(
                Map.of("input", "samples"),
                Map.of("line", number),
                topic,
                null,
                Samples.Sample.schema(sample.key()),
                sample.key(),
                Samples.Sample.schema(sample.value()),
                sample.value(),
                sample.timestamp());
    }

    private static SinkRecord sinkRecord(String topic, Samples.Sample sample, long number) {
        return new SinkRecord(
                topic,
                0,
                Samples.Sample.schema(sample.key()),
                sample.key(),
                Samples.Sample.schema(sample.value()),
                sample.value(),
                number - 1,
                sample.timestamp(),
                TimestampType.CREATE_TIME);
    }

    TransformChain<R> chain() {
        return chain;
    }

    /** Runs one sample, and says what came of it. */
    Verdict run(Samples.Sample sample, long number, JsonValues values) {
        R before = maker.record(sample.topic().isEmpty() ? topic : sample.topic(), sample, number);
        Shown given = Shown.of(before, values);
        Passed<R> passed = chain.apply(before);
        if (passed instanceof Passed.Through<R> through) {
            return ofWhatCameThrough(number, before, given, through.record(), values);
        }
        return new Verdict(number, outcome(passed), given, null, hold(passed));
    }

    private static Verdict ofWhatCameThrough(
            long number, ConnectRecord<?> before, Shown given, ConnectRecord<?> after, JsonValues values) {
        Shown made;
        try {
            made = Shown.of(after, values);
        } catch (DataException e) {
            // Other transforms make what the converter of a worker refuses as well, such as dates without a schema.
            return new Verdict(
                    number,
                    Verdict.Outcome.FAILED,
                    given,
                    null,
                    new Verdict.Hold("converter", "", "", String.valueOf(e.getMessage())));
        }
        // What prints the same may be of another type.
        boolean same = before.value() == after.value() && before.key() == after.key() && made.equals(given);
        return new Verdict(number, same ? Verdict.Outcome.UNCHANGED : Verdict.Outcome.CLEANED, given, made, null);
    }

    private static Verdict.Outcome outcome(Passed<?> passed) {
        if (passed instanceof Passed.Rejected<?>) {
            return Verdict.Outcome.REJECTED;
        }
        return passed instanceof Passed.Dropped<?> ? Verdict.Outcome.DROPPED : Verdict.Outcome.FAILED;
    }

    private static Verdict.@Nullable Hold hold(Passed<?> passed) {
        if (passed instanceof Passed.Rejected<?> rejected) {
            return new Verdict.Hold(rejected.alias(), rejected.field(), rejected.rule(), rejected.reason());
        } else if (passed instanceof Passed.Failed<?> failed) {
            return new Verdict.Hold(failed.alias(), "", "", failed.message());
        }
        return passed instanceof Passed.Dropped<?> dropped ? new Verdict.Hold(dropped.alias(), "", "", "") : null;
    }

    @Override
    public void close() {
        chain.close();
    }
}
