package io.nrtstreams.bench.sql;

import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.engine.InMemoryTopics;
import io.nrtstreams.sql.engine.Outcome;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.host.DirectHost;
import io.nrtstreams.sql.row.TopicRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** A query in the SQL engine: bytes in, bytes out, state in memory. The table of meters is filled. */
final class Direct {

    private final DirectHost host;

    Direct(Query query) {
        host = start(query);
        for (int meter = 0; meter < Readings.METERS; meter++) {
            TopicRecord row = new TopicRecord(
                    Readings.METERS_TOPIC,
                    0,
                    meter,
                    Readings.time(0),
                    Readings.meter(meter),
                    Readings.meterRow(meter),
                    List.of());
            host.process(row, output -> {});
        }
    }

    private static DirectHost start(Query query) {
        FunctionRegistry functions = FunctionRegistry.builtIn();
        Formats formats = Formats.withoutRegistry();
        Engine engine = Engine.create(functions, formats, new InMemoryTopics(), () -> Instant.EPOCH);
        List<Outcome> outcomes = engine.execute(query.script(), Map.of());
        Outcome.Started started = (Outcome.Started) outcomes.get(outcomes.size() - 1);
        return DirectHost.start(started.query().plan(), functions, formats, Map.of(), entry -> {
            throw new IllegalStateException("a reading went wrong: " + entry);
        });
    }

    /** Takes the reading of this number and gives keys and values of the results. */
    void take(long number, byte[] key, byte[] value, BiConsumer<byte[], byte[]> out) {
        TopicRecord input = new TopicRecord(Readings.TOPIC, 0, number, Readings.time(number), key, value, List.of());
        host.process(input, output -> out.accept(output.key(), output.value()));
    }

    /** How many rows of state it holds. */
    long stateRows() {
        return host.stateRows();
    }
}
