package io.nrtstreams.quickstart.connect;

import io.nrtstreams.quickstart.CommandFailure;
import io.nrtstreams.quickstart.Pauses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Declared connectors and the worker they are meant for. Not thread-safe. */
public final class ConnectorSet {
    private static final Duration RUNNING_LIMIT = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(200);
    // A worker that has just started, or taken a new configuration, still shows the states of before: longest where it
    // waits for a killed member to leave its group.
    private static final Duration BELIEF = Duration.ofSeconds(10);

    private final List<Connector> connectors;
    private final ConnectRest worker;
    private final Consumer<String> out;
    private final Duration belief;

    /**
     * A set of connectors.
     *
     * @param out takes the lines that say what was found and done
     */
    public ConnectorSet(List<Connector> connectors, ConnectRest worker, Consumer<String> out) {
        this(connectors, worker, out, BELIEF);
    }

    /** The same, which believes in a failure that has stood for another time. */
    ConnectorSet(List<Connector> connectors, ConnectRest worker, Consumer<String> out, Duration belief) {
        this.connectors = List.copyOf(connectors);
        this.worker = worker;
        this.out = out;
        this.belief = belief;
    }

    /**
     * Asks the worker about all connectors, and starts none.
     *
     * @throws CommandFailure with every mistake of every connector
     */
    public void validate() {
        secretKeysOfValid();
        connectors.forEach(connector -> out.accept(connector.name() + ": valid"));
    }

    /** Says what {@link #apply()} would change; the answer is whether that is anything. */
    public boolean diff() {
        Map<String, Set<String>> secret = secretKeysOfValid();
        boolean any = false;
        for (Connector connector : connectors) {
            Difference difference = difference(connector, secret);
            out.accept(connector.name() + ": " + inWords(difference, "missing", "differs", "unchanged"));
            if (difference instanceof Difference.Changed changed) {
                changed.lines().forEach(line -> out.accept("    " + line));
            }
            any |= !(difference instanceof Difference.None);
        }
        return any;
    }

    /**
     * Creates what is missing, changes what differs, leaves the rest, and waits until all that was touched runs.
     *
     * @throws CommandFailure with every mistake before anything is changed; or if a connector or task fails
     */
    public void apply() {
        Map<String, Set<String>> secret = secretKeysOfValid();
        List<Connector> touched = new ArrayList<>();
        for (Connector connector : connectors) {
            Difference difference = difference(connector, secret);
            if (!(difference instanceof Difference.None)) {
                worker.put(connector);
                touched.add(connector);
            }
            out.accept(connector.name() + ": " + inWords(difference, "created", "updated", "unchanged"));
        }
        awaitRunning(touched);
    }

    /** Says the state of each connector; the answer is whether all of them run. */
    public boolean status() {
        boolean all = true;
        for (Connector connector : connectors) {
            Optional<ConnectorStatus> status = worker.status(connector.name());
            out.accept(connector.name() + ": " + status.map(String::valueOf).orElse("missing"));
            all &= status.filter(known -> known.entirely("RUNNING")).isPresent();
        }
        return all;
    }

    /** Removes those connectors that the worker has. */
    public void delete() {
        connectors.forEach(connector ->
                out.accept(connector.name() + ": " + (worker.delete(connector.name()) ? "deleted" : "was not there")));
    }

    /**
     * Waits until all connectors of the set and all their tasks run.
     *
     * @throws CommandFailure if one fails, or does not run after two minutes
     */
    public void awaitRunning() {
        awaitRunning(connectors);
    }

    private void awaitRunning(List<Connector> awaited) {
        long start = System.nanoTime();
        List<Connector> waiting = new ArrayList<>(awaited);
        waiting.removeIf(this::runs);
        while (!waiting.isEmpty()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (waited.compareTo(belief) >= 0) {
                waiting.forEach(this::failWithIt);
            }
            if (waited.compareTo(RUNNING_LIMIT) > 0) {
                throw new CommandFailure(waiting.get(0).name() + " does not run after " + RUNNING_LIMIT.toMinutes()
                        + " minutes. ./nrt connectors status shows its tasks, the worker's log the reason.");
            }
            Pauses.rest(LOOK);
            waiting.removeIf(this::runs);
        }
    }

    private boolean runs(Connector connector) {
        return worker.status(connector.name())
                .filter(known -> known.entirely("RUNNING"))
                .isPresent();
    }

    private void failWithIt(Connector connector) {
        worker.status(connector.name()).flatMap(ConnectorStatus::failure).ifPresent(cause -> {
            throw new CommandFailure(connector.name() + ": FAILED: " + cause);
        });
    }

    /**
     * Looks whether one of the connectors, which ran before, has failed.
     *
     * @throws CommandFailure if so, with the first line of its trace
     */
    public void checkNoneFailed() {
        connectors.forEach(this::failWithIt);
    }

    private Map<String, Set<String>> secretKeysOfValid() {
        List<InstalledPlugin> installed = worker.plugins();
        List<String> mistakes = new ArrayList<>();
        Map<String, Set<String>> secret = new HashMap<>();
        for (Connector connector : connectors) {
            Validation validation = Validation.of(connector, worker, installed);
            mistakes.addAll(validation.mistakes());
            secret.put(connector.name(), validation.secretKeys());
        }
        if (!mistakes.isEmpty()) {
            throw new CommandFailure(String.join("\n", mistakes));
        }
        return secret;
    }

    private Difference difference(Connector connector, Map<String, Set<String>> secret) {
        return worker.config(connector.name())
                .map(running -> Difference.between(
                        running, connector.config(), secret.getOrDefault(connector.name(), Set.of())))
                .orElseGet(Difference.Missing::new);
    }

    private static String inWords(Difference difference, String missing, String changed, String none) {
        if (difference instanceof Difference.Missing) {
            return missing;
        }
        return difference instanceof Difference.None ? none : changed;
    }
}
