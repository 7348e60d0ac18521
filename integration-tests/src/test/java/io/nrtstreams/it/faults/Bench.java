package io.nrtstreams.it.faults;

import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.it.stack.EndpointProcess;
import io.nrtstreams.quickstart.audit.Audit;
import io.nrtstreams.quickstart.audit.AuditReport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * A scenario and the endpoint it happens against, each time below a prefix of its own: starts tasks, drives them to the end,
 * and compares what is stored then with the log. Thread-safe.
 */
final class Bench {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final EndpointProcess endpoint;
    private final ObjectStore store;
    private final Scenario scenario;
    private final AtomicInteger prefixes = new AtomicInteger();

    Bench(EndpointProcess endpoint, ObjectStore store, Scenario scenario) {
        this.endpoint = endpoint;
        this.store = store;
        this.scenario = scenario;
    }

    EndpointProcess endpoint() {
        return endpoint;
    }

    Scenario scenario() {
        return scenario;
    }

    String newPrefix() {
        return scenario.name().replaceAll("[^a-z]+", "-") + "/" + prefixes.incrementAndGet();
    }

    FaultProxy proxy(FaultPlan plan) {
        return FaultProxy.start(endpoint.address(), plan);
    }

    /** Starts a task that sends its requests to {@code address}. */
    DrivenTask task(
            String prefix,
            URI address,
            Map<TopicPartition, Long> committed,
            Scenario.Pace pace,
            Map<String, String> more) {
        Map<String, String> properties = scenario.properties(pace);
        properties.put("s3.bucket", endpoint.bucket());
        properties.put("s3.endpoint", address.toString());
        properties.put("s3.path.style", "true");
        properties.put("s3.access.key.id", endpoint.accessKey());
        properties.put("s3.secret.access.key", endpoint.secretKey());
        properties.put("s3.prefix", prefix);
        properties.putAll(more);
        return new DrivenTask(scenario.log(), committed, properties);
    }

    /** Drives a task until everything is committed, and stops it in order. */
    void finish(DrivenTask task, Scenario.Pace pace) {
        Deadline deadline = new Deadline();
        try {
            while (!task.isDone()) {
                task.turn(pace.batch());
                deadline.check();
            }
            task.stop();
        } finally {
            task.abandon();
        }
    }

    /** For loops that wait for a state which must come. */
    static final class Deadline {
        private final long at = System.nanoTime() + LONG.toNanos();

        void check() {
            if (System.nanoTime() > at) {
                throw new AssertionError("not everything is committed within " + LONG);
            }
        }
    }

    /** Compares what is stored with the log, record by record and by the audit, and clears up where all is right. */
    void verify(String prefix) {
        List<String> differences =
                StoredRecord.differences(scenario.log().stored(), StoredRecord.below(store, prefix, Log.TOPIC));
        if (!differences.isEmpty()) {
            throw new AssertionError("below " + prefix + ": " + differences);
        }
        AuditReport audit = Audit.ofALake(scenario.log(), store, prefix);
        if (!audit.clean() || !audit.notes().isEmpty()) {
            throw new AssertionError("below " + prefix + " the audit found " + audit);
        }
        remove(endpoint.objects(prefix));
    }

    /** What was checked is not kept: thousands of histories would fill the disk. */
    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new AssertionError(folder + " cannot be removed", e);
        }
    }
}
