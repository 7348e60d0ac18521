package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.host.flow.FlowEnvironment;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What queries name, made once in each process and kept: there is one set of settings a service. Thread-safe. */
final class Environments {

    private static final Map<Libraries, FlowEnvironment> KNOWN = new ConcurrentHashMap<>();

    private Environments() {}

    static FlowEnvironment of(Libraries libraries) {
        return KNOWN.computeIfAbsent(
                libraries, wanted -> FlowEnvironment.of(wanted.functionRegistry(), wanted.formats()));
    }
}
