package io.nrtstreams.analytics.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what it is told, and runs nothing. */
final class RecordingRuntime implements QueryRuntime {

    private final List<String> calls = new ArrayList<>();
    private final List<Start> started = new ArrayList<>();

    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    synchronized List<Start> started() {
        return List.copyOf(started);
    }

    @Override
    public synchronized void start(Start query) {
        calls.add("start " + query.query().id());
        started.add(query);
    }

    @Override
    public synchronized void allStarted() {
        calls.add("allStarted");
    }

    @Override
    public synchronized void end(String queryId) {
        calls.add("end " + queryId);
    }

    @Override
    public synchronized void pause(String queryId) {
        calls.add("pause " + queryId);
    }

    @Override
    public synchronized void resume(String queryId) {
        calls.add("resume " + queryId);
    }

    @Override
    public Optional<Status> status(String queryId) {
        return Optional.empty();
    }

    @Override
    public synchronized void close() {
        calls.add("close");
    }
}
