package io.nrtstreams.bench.pipeline;

import io.nrtstreams.bench.Goal;
import io.nrtstreams.bench.Measure;
import io.nrtstreams.bench.Metric;
import io.nrtstreams.bench.jvm.GuardedJvm;
import io.nrtstreams.bench.pipeline.Site.Peer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * Records in a topic to each change of their groups in another. The rate is that of the second half of the results, when all
 * JVMs have warmed up.
 */
final class Throughput {

    private static final int RECORDS = 2_000_000;
    private static final String INPUT = "throughput_readings";
    private static final String OUTPUT = "throughput_usage";
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private static final List<Peer> PEERS = List.of(
            new Peer("kafka-streams", "at_least_once", 100),
            new Peer("kafka-streams-exactly-once", "exactly_once_v2", 100));

    private final Site site;
    private final Records records;

    private record Rate(double perSecond, double cpuMicros) {}

    Throughput(Site site, Records records) {
        this.site = site;
        this.records = records;
    }

    List<Measure> measure() throws IOException, InterruptedException {
        records.createTopic(INPUT, 2);
        records.fill(INPUT, RECORDS);
        Map<String, Rate> peers = new HashMap<>();
        for (Peer peer : PEERS) {
            String output = OUTPUT + "_" + peer.name();
            records.createTopic(output, 2);
            try (GuardedJvm streams = site.startStreams(INPUT, output, peer)) {
                peers.put(peer.name(), rate(output, streams));
            }
        }
        Rate ours;
        try (GuardedJvm server = site.startServer()) {
            SqlClient client = new SqlClient(site.server());
            client.execute(Statements.readings("throughput", INPUT) + Statements.grouped(OUTPUT, "throughput"));
            ours = rate(OUTPUT, server);
        }
        return measures(ours, peers);
    }

    private Rate rate(String output, GuardedJvm program) throws IOException {
        long end = System.nanoTime() + LONGEST.toNanos();
        long results = 0;
        long halfTime = 0;
        long halfResults = 0;
        long halfCpu = 0;
        try (KafkaConsumer<byte[], byte[]> reader = records.reader(List.of(output))) {
            while (results < RECORDS) {
                results += reader.poll(Duration.ofMillis(200)).count();
                long now = System.nanoTime();
                if (halfTime == 0 && results >= RECORDS / 2) {
                    halfTime = now;
                    halfResults = results;
                    halfCpu = program.cpuNanos();
                }
                if (now > end) {
                    throw new IOException("only " + results + " of " + RECORDS + " results came to " + output + " in "
                            + LONGEST.toSeconds() + " s");
                }
            }
        }
        double counted = results - halfResults;
        return new Rate(
                counted / ((System.nanoTime() - halfTime) / 1e9), (program.cpuNanos() - halfCpu) / 1e3 / counted);
    }

    private static List<Measure> measures(Rate ours, Map<String, Rate> peers) {
        Map<String, Double> rates = new HashMap<>();
        Map<String, Double> costs = new HashMap<>();
        peers.forEach((name, rate) -> {
            rates.put(name, rate.perSecond());
            costs.put(name, rate.cpuMicros());
        });
        return List.of(
                new Measure(
                        new Metric("pipeline.ratio_vs_streams.group_by", "times", new Goal.AtLeast(1)),
                        ours.perSecond() / rates.getOrDefault(PEERS.get(0).name(), Double.NaN),
                        null,
                        Map.of()),
                new Measure(
                        new Metric("pipeline.records_per_s.group_by", "records/s", new Goal.None()),
                        ours.perSecond(),
                        null,
                        rates),
                new Measure(
                        new Metric("pipeline.cpu_us_per_record.group_by", "us", new Goal.None()),
                        ours.cpuMicros(),
                        null,
                        costs));
    }
}
