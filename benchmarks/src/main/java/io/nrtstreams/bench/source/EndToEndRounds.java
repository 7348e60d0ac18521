package io.nrtstreams.bench.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The same number of records into a fresh topic, in turns by the connector in its worker and by the bare producer. Both are
 * measured in the same way, by how far the topic reaches, from the first tenth of the records to the last.
 */
final class EndToEndRounds {
    private static final int SKIPPED_PART = 10;

    private final WorkerOrder order;
    private final Family family;
    private final ConnectWorker worker;
    private final BareProducer producer;
    private final Topics topics;
    private final List<Round> byWorker = new ArrayList<>();
    private final List<Round> byProducer = new ArrayList<>();

    EndToEndRounds(WorkerOrder order, Family family, ConnectWorker worker, BareProducer producer, Topics topics) {
        this.order = order;
        this.family = family;
        this.worker = worker;
        this.producer = producer;
        this.topics = topics;
    }

    /** Runs all; the first few of each warm up. */
    void run() throws InterruptedException {
        for (int i = 0; i < order.warmUps() + order.rounds(); i++) {
            byWorker.add(connectorRound("worker-" + i));
            byProducer.add(producerRound("producer-" + i));
        }
    }

    List<Round> byWorker() {
        return counted(byWorker);
    }

    List<Round> byProducer() {
        return counted(byProducer);
    }

    private List<Round> counted(List<Round> rounds) {
        return rounds.subList(Math.min(order.warmUps(), rounds.size()), rounds.size());
    }

    private Round connectorRound(String topic) throws InterruptedException {
        Map<String, String> config = family.properties(order.traits(), topic);
        config.replaceAll((key, value) -> value.replace("${records}", Integer.toString(order.roundRecords())));
        topics.create(topic, Map.of());
        worker.create(config);
        Round round = measured(topic, () -> worker.requireHealthy(config));
        worker.delete(config);
        topics.delete(topic);
        return round;
    }

    private Round producerRound(String topic) throws InterruptedException {
        topics.create(topic, Map.of());
        Thread sender = new Thread(() -> producer.send(topic, order.roundRecords()), "bare-producer");
        sender.start();
        Round round = measured(topic, () -> {});
        sender.join();
        topics.delete(topic);
        return round;
    }

    private Round measured(String topic, Runnable alive) throws InterruptedException {
        Round begin = Round.clocks(topics.await(topic, order.roundRecords() / SKIPPED_PART, alive));
        return Round.clocks(topics.await(topic, order.roundRecords(), alive)).since(begin);
    }
}
