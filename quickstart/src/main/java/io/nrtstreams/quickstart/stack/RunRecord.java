package io.nrtstreams.quickstart.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.quickstart.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What runs on a data folder, written beside it so that other commands, and the next start, find it.
 *
 * @param launcher the process that holds the stack
 * @param parts its children, in the order of their start
 * @param addresses where the parts listen
 * @param ready whether all of them are up
 */
public record RunRecord(Running launcher, List<Running> parts, Addresses addresses, boolean ready) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One process.
     *
     * @param name the part
     * @param pid its process id
     * @param startedMillis when the process started, in milliseconds since 1970, which tells it from a later process
     *     that got the same id
     */
    public record Running(String name, long pid, long startedMillis) {
        // The kernel counts starts in ticks since boot, and the time of boot is read with whole seconds.
        private static final Duration TOLERANCE = Duration.ofSeconds(2);

        static Running of(String name, ProcessHandle process) {
            long started =
                    process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
            return new Running(name, process.pid(), started);
        }

        /** The process, if it still runs. */
        public Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
        }

        private boolean startedThen(ProcessHandle process) {
            return process.info()
                    .startInstant()
                    .map(start -> Math.abs(start.toEpochMilli() - startedMillis) <= TOLERANCE.toMillis())
                    .orElse(false);
        }
    }

    public RunRecord {
        parts = List.copyOf(parts);
    }

    /** The record of a data folder, if a stack ever ran there. */
    public static Optional<RunRecord> read(Path folder) {
        Path file = file(folder);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), RunRecord.class));
        } catch (IOException e) {
            throw new CommandFailure(
                    file + " cannot be read (" + e.getMessage() + "). Remove it once no stack runs on that folder.", e);
        }
    }

    /** Writes the record in one step, so that a reader never meets half of it. */
    void write(Path folder) {
        Path next = file(folder).resolveSibling("stack.json.next");
        try {
            JSON.writerWithDefaultPrettyPrinter().writeValue(next.toFile(), this);
            Files.move(next, file(folder), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandFailure("The data folder " + folder + " cannot be written (" + e + ").", e);
        }
    }

    /** Forgets the record, after an orderly stop. */
    static void remove(Path folder) {
        try {
            Files.deleteIfExists(file(folder));
        } catch (IOException e) {
            throw new CommandFailure("The data folder " + folder + " cannot be written (" + e + ").", e);
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("run").resolve("stack.json");
    }
}
