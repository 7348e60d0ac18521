package io.nrtstreams.quickstart.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Children that a launcher left behind when it was killed. Their guards end them; this waits, and helps where needed. */
public final class StaleChildren {
    private static final Duration PATIENCE = StackParts.BROKER_GRACE.plusSeconds(5);

    private StaleChildren() {}

    /**
     * Returns once no child of the stack that last ran on the folder is alive.
     *
     * <p>To be called by the holder of the folder's lock only, since that proves that the launcher is gone.
     */
    public static void clear(Path folder) {
        RunRecord.read(folder)
                .ifPresent(
                        record -> record.parts().forEach(part -> part.process().ifPresent(StaleChildren::end)));
        RunRecord.remove(folder);
    }

    private static void end(ProcessHandle child) {
        try {
            child.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            child.destroyForcibly();
            child.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for process " + child.pid() + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
