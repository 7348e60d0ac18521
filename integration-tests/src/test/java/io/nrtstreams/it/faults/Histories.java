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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * Lets a scenario happen again and again against one endpoint, each time below a prefix of its own and with another fault,
 * and says what is wrong with what is stored then. Thread-safe.
 */
final class Histories {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final EndpointProcess endpoint;
    private final Scenario scenario;
    private final ObjectStore store;
    private final AtomicInteger runs = new AtomicInteger();

    Histories(EndpointProcess endpoint, ObjectStore store, Scenario scenario) {
        this.endpoint = endpoint;
        this.store = store;
        this.scenario = scenario;
    }

    /**
     * How a history went.
     *
     * @param requests how many there were before the end, or the kill
     * @param operations what they asked for
     */
    record Course(int requests, Map<Operation, Integer> operations) {}

    /** A task that reads the log to its end, whatever happens to its requests. */
    Course toTheEnd(FaultPlan plan, Map<String, String> more) {
        String prefix = newPrefix();
        try (FaultProxy proxy = FaultProxy.start(endpoint.address(), plan)) {
            Map<String, String> properties = properties(prefix, proxy.address(), scenario.first());
            properties.putAll(more);
            finish(new DrivenTask(scenario.log(), new HashMap<>(), properties), scenario.first());
            proxy.awaitQuiet();
            return verified(prefix, proxy);
        }
    }

    /** A task that is killed at a request, and another one that goes on from what was committed. */
    Course killedAt(int last, Fault fault) {
        String prefix = newPrefix();
        Map<TopicPartition, Long> committed = new HashMap<>();
        try (FaultProxy proxy = FaultProxy.start(endpoint.address(), FaultPlan.endingAt(last, fault))) {
            runUntilKilled(prefix, committed, proxy, last);
            proxy.awaitQuiet();
            finish(successor(prefix, committed), scenario.second());
            return verified(prefix, proxy);
        }
    }

    /** As {@link #killedAt}, but the last request gets to the store only when the successor is at work, or done. */
    Course overtakenAt(int last, int turnsOfTheSuccessor) {
        String prefix = newPrefix();
        Map<TopicPartition, Long> committed = new HashMap<>();
        try (FaultProxy proxy = FaultProxy.start(endpoint.address(), FaultPlan.endingAt(last, Fault.HELD))) {
            runUntilKilled(prefix, committed, proxy, last);
            DrivenTask successor = successor(prefix, committed);
            for (int turn = 0; turn < turnsOfTheSuccessor && !successor.isDone(); turn++) {
                successor.turn(scenario.second().batch());
            }
            proxy.release();
            proxy.awaitQuiet();
            finish(successor, scenario.second());
            return verified(prefix, proxy);
        }
    }

    /** A task whose store is killed when the task has sent a few requests, and comes back. */
    Course survivingItsStore(int requests) {
        String prefix = newPrefix();
        Map<TopicPartition, Long> committed = new HashMap<>();
        try (FaultProxy proxy = FaultProxy.start(endpoint.address(), FaultPlan.none())) {
            DrivenTask task =
                    new DrivenTask(scenario.log(), committed, properties(prefix, proxy.address(), scenario.first()));
            while (proxy.requests() < requests && !task.isDone()) {
                task.turn(scenario.first().batch());
            }
            endpoint.process().kill();
            endpoint.process().startAgain();
            finish(task, scenario.first());
            return verified(prefix, proxy);
        }
    }

    private DrivenTask successor(String prefix, Map<TopicPartition, Long> committed) {
        return new DrivenTask(scenario.log(), committed, properties(prefix, endpoint.address(), scenario.second()));
    }

    private Course verified(String prefix, FaultProxy proxy) {
        verify(prefix);
        return new Course(proxy.requests(), proxy.byOperation());
    }

    private void runUntilKilled(String prefix, Map<TopicPartition, Long> committed, FaultProxy proxy, int last) {
        Map<String, String> properties = properties(prefix, proxy.address(), scenario.first());
        properties.put("s3.attempts", "1");
        DrivenTask task = new DrivenTask(scenario.log(), committed, properties);
        long deadline = System.nanoTime() + LONG.toNanos();
        while (proxy.requests() < last && !task.isDone()) {
            task.turn(scenario.first().batch());
            requireInTime(deadline);
        }
        task.abandon();
    }

    private void finish(DrivenTask task, Scenario.Pace pace) {
        long deadline = System.nanoTime() + LONG.toNanos();
        try {
            while (!task.isDone()) {
                task.turn(pace.batch());
                requireInTime(deadline);
            }
            task.stop();
        } finally {
            task.abandon();
        }
    }

    private static void requireInTime(long deadline) {
        if (System.nanoTime() > deadline) {
            throw new AssertionError("not everything is committed within " + LONG);
        }
    }

    private String newPrefix() {
        return scenario.name().replaceAll("[^a-z]+", "-") + "/" + runs.incrementAndGet();
    }

    private Map<String, String> properties(String prefix, URI address, Scenario.Pace pace) {
        Map<String, String> properties = scenario.properties(pace);
        properties.put("s3.bucket", endpoint.bucket());
        properties.put("s3.endpoint", address.toString());
        properties.put("s3.path.style", "true");
        properties.put("s3.access.key.id", endpoint.accessKey());
        properties.put("s3.secret.access.key", endpoint.secretKey());
        properties.put("s3.prefix", prefix);
        return properties;
    }

    private void verify(String prefix) {
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
