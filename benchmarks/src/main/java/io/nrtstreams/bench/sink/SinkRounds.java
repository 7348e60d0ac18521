package io.nrtstreams.bench.sink;

/** The rounds of a sink task: each goes on where the one before ended. For one thread. */
final class SinkRounds implements Rounds.Repeatable {
    private final FrameworkLoop loop;
    private final Workload workload;
    private final Deadline deadline;
    private long target;

    SinkRounds(FrameworkLoop loop, Workload workload, Deadline deadline) {
        this.loop = loop;
        this.workload = workload;
        this.deadline = deadline;
    }

    @Override
    public Round round() throws InterruptedException {
        target += workload.partitionRecords();
        loop.takeLongestPutNanos();
        Meter begin = Meter.read(loop.position(), loop.durable());
        loop.runTo(target, deadline);
        if (workload.pace() == Workload.Pace.DRAINED) {
            loop.drain(deadline);
        }
        Meter end = Meter.read(loop.position(), loop.durable());
        return begin.until(end, loop.takeLongestPutNanos());
    }
}
