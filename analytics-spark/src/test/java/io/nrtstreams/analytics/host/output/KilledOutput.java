package io.nrtstreams.analytics.host.output;

import java.util.concurrent.atomic.AtomicInteger;

/** Ends this process at a step of the output. */
public final class KilledOutput {

    private KilledOutput() {}

    /**
     * From now on this process dies at a step.
     *
     * @param step the name of a {@link Faults.Step}
     * @param place the job or, for RANGE_READ, a topic
     * @param time at which of the times that the step comes
     */
    public static void at(String step, String place, int time, Runnable death) {
        AtomicInteger left = new AtomicInteger(time);
        OutputClients.shared().watch((reached, where) -> {
            if (reached.name().equals(step) && where.equals(place) && left.decrementAndGet() == 0) {
                death.run();
            }
        });
    }
}
