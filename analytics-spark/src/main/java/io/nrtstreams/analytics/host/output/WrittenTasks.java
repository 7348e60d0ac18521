package io.nrtstreams.analytics.host.output;

import java.util.BitSet;

/** Finds out which tasks of a batch have committed their output, when the batch itself has failed. */
public final class WrittenTasks {

    private WrittenTasks() {}

    /**
     * The tasks that have written the batch. Those that have not will not do so any more: attempts that still run are shut out
     * first. Asks the broker for each task, some ten milliseconds each.
     *
     * @param stage any writer of the stage; its task does not matter
     * @throws OutputException when the broker does not answer, or has the progress of a later batch
     */
    public static BitSet of(OutputSettings settings, WriterId stage, int tasks, long batch) {
        return of(OutputClients.shared(), settings, stage, tasks, batch);
    }

    static BitSet of(OutputClients clients, OutputSettings settings, WriterId stage, int tasks, long batch) {
        Writers writers = clients.connection(settings).writers();
        BitSet written = new BitSet(tasks);
        for (int task = 0; task < tasks; task++) {
            WriterId id = new WriterId(stage.job(), stage.run(), stage.stage(), task);
            TransactionalWriter writer = writers.takeOver(id);
            // In place of the one that is idle: that can write no more.
            writers.giveBack(id, writer);
            written.set(task, writer.hasWritten(id.run(), batch));
        }
        return written;
    }
}
