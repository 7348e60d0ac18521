package io.nrtstreams.quickstart.clean;

import io.nrtstreams.quickstart.feed.JsonValues;
import io.nrtstreams.quickstart.transforms.Passed;
import io.nrtstreams.quickstart.transforms.TransformChain;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.source.SourceRecord;

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
        Passed<R> passed = chain.apply(before);
        String given = values.json(before.valueSchema(), before.value());
        if (passed instanceof Passed.Through<R> through) {
            R after = through.record();
            return new Verdict(
                    number,
                    same(before, after) ? Verdict.Outcome.UNCHANGED : Verdict.Outcome.CLEANED,
                    given,
                    values.json(after.valueSchema(), after.value()),
                    flags(after));
        } else if (passed instanceof Passed.Rejected<R> rejected) {
            return Verdict.of(
                    number,
                    Verdict.Outcome.REJECTED,
                    given,
                    rejected.alias(),
                    rejected.field(),
                    rejected.rule(),
                    rejected.reason());
        } else if (passed instanceof Passed.Dropped<R> dropped) {
            return Verdict.of(number, Verdict.Outcome.DROPPED, given, dropped.alias(), "", "", "");
        }
        Passed.Failed<R> failed = (Passed.Failed<R>) passed;
        return Verdict.of(number, Verdict.Outcome.FAILED, given, failed.alias(), "", "", failed.message());
    }

    private static boolean same(ConnectRecord<?> before, ConnectRecord<?> after) {
        return before.value() == after.value() && before.key() == after.key();
    }

    private static Map<String, String> flags(ConnectRecord<?> record) {
        Map<String, String> flags = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.key().startsWith("nrt.flagged.")) {
                flags.put(header.key(), String.valueOf(header.value()));
            }
        }
        return flags;
    }

    @Override
    public void close() {
        chain.close();
    }
}
