package io.nrtstreams.bench.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;

/**
 * Connectors at set rates, all at the same time, and what rates their topics show by the broker's own clock: records between
 * the first that it got after the begin and the first after the end, over the time between these two.
 */
final class RateCheck {
    private static final int SETTLING_SECONDS = 5;
    private static final int LAST_SECONDS = 2;

    private final WorkerOrder order;
    private final Family family;
    private final ConnectWorker worker;
    private final Topics topics;

    RateCheck(WorkerOrder order, Family family, ConnectWorker worker, Topics topics) {
        this.order = order;
        this.family = family;
        this.worker = worker;
        this.topics = topics;
    }

    /** How far each rate is from the one that was set, in per cent of it. */
    Map<Integer, Double> errors() throws InterruptedException {
        if (order.rates().isEmpty()) {
            return Map.of();
        }
        Map<Integer, Map<String, String>> configs = started();
        for (int rate : order.rates()) {
            topics.await(topic(rate), 1, () -> worker.requireHealthy(configs.getOrDefault(rate, Map.of())));
        }
        TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
        long begin = System.currentTimeMillis();
        long end = begin + TimeUnit.SECONDS.toMillis(order.rateSeconds());
        // And time for the slowest to send one more.
        TimeUnit.SECONDS.sleep(order.rateSeconds() + LAST_SECONDS);
        Map<Integer, Double> errors = new HashMap<>();
        for (int rate : order.rates()) {
            errors.put(rate, error(rate, topics.since(topic(rate), begin), topics.since(topic(rate), end)));
        }
        return errors;
    }

    /** The connectors by their rates. */
    private Map<Integer, Map<String, String>> started() throws InterruptedException {
        Map<Integer, Map<String, String>> configs = new HashMap<>();
        for (int rate : order.rates()) {
            Map<String, String> config = family.properties(List.of("energy", "struct", "paced"), topic(rate));
            config.replaceAll((key, value) -> value.replace("${rate}", Integer.toString(rate)));
            topics.create(topic(rate), Map.of("message.timestamp.type", "LogAppendTime"));
            worker.create(config);
            configs.put(rate, config);
        }
        return configs;
    }

    private static double error(int rate, ListOffsetsResultInfo first, ListOffsetsResultInfo last) {
        double seconds = (last.timestamp() - first.timestamp()) / 1e3;
        double measured = (last.offset() - first.offset()) / seconds;
        return Math.abs(measured / rate - 1) * 100;
    }

    private static String topic(int rate) {
        return "rate-" + rate;
    }
}
