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
    private final Commands commands;

    HealthCheck(CommandLog log, KafkaAccess kafka, RunningQueries running, Commands commands) {
        this.log = log;
        this.kafka = kafka;
        this.running = running;
        this.commands = commands;
    }

    Health check() {
        Map<String, Health.Detail> details = new LinkedHashMap<>();
        details.put("metastore", detail(skipped()));
        details.put("kafka", detail(kafka.broker().flatMap(broker -> broker.problem(PATIENCE))));
        details.put("commandRunner", detail(running.stopReason()));
        details.put("queries", detail(failed()));
        boolean healthy = details.values().stream().allMatch(Health.Detail::isHealthy);
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

    private Optional<String> failed() {
        String ids = commands.view().queries().stream()
                .filter(query -> running.status(query.id())
                        .filter(status -> status.state() == QueryRuntime.State.ERROR)
                        .isPresent())
                .map(query -> query.id())
                .collect(Collectors.joining(", "));
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of("These queries have failed; SHOW QUERIES says why: " + ids + ".");
    }
}
