package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.sql.command.CommandLog;
import io.nrtstreams.analytics.sql.command.Skipped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the service can do its work. */
final class HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final CommandLog log;
    private final KafkaAccess kafka;
    private final RunningQueries running;

    HealthCheck(CommandLog log, KafkaAccess kafka, RunningQueries running) {
        this.log = log;
        this.kafka = kafka;
        this.running = running;
    }

    Health check() {
        Map<String, Health.Detail> details = new LinkedHashMap<>();
        Health.Detail broker = detail(kafka.broker().flatMap(topics -> topics.problem(PATIENCE)));
        Health.Detail runner = detail(running.stopReason());
        details.put("metastore", detail(skipped()));
        details.put("kafka", broker);
        details.put("commandRunner", runner);
        // Entries that cannot be used are told of; they keep nobody from working, and no other start would mend them.
        boolean healthy = broker.isHealthy() && runner.isHealthy();
        return new Health(healthy, details, log.isOwned() ? "READY" : "FOLLOWING");
    }

    private static Health.Detail detail(Optional<String> problem) {
        return new Health.Detail(problem.isEmpty(), problem.orElse(""));
    }

    private Optional<String> skipped() {
        List<Skipped> skipped = log.skipped();
        return skipped.isEmpty()
                ? Optional.empty()
                : Optional.of(skipped.stream().map(Skipped::message).collect(Collectors.joining(" ")));
    }
}
