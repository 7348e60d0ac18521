package io.nrtstreams.quickstart.stack;

import io.nrtstreams.quickstart.CommandFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder that holds everything of one stack, locked by the process that runs it. The kernel drops the lock when that
 * process dies.
 *
 * @param path the folder, absolute
 * @param lock the lock, held until this is closed
 */
public record DataFolder(Path path, FileLock lock) implements AutoCloseable {
    /**
     * Makes the folder where it is missing, and takes its lock.
     *
     * @throws CommandFailure if it cannot be written or another process holds it
     */
    public static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(run(path));
            Files.createDirectories(path.resolve("logs"));
            return new DataFolder(path, lock(path));
        } catch (IOException e) {
            throw new CommandFailure(
                    "The data folder " + path + " cannot be written (" + e
                            + "). Name one that can be with --out DIR, or mend its permissions.",
                    e);
        }
    }

    private static FileLock lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                run(path).resolve("lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // The same answer as for another process: below.
        }
        channel.close();
        throw new CommandFailure("A stack is already running on " + path
                + RunRecord.read(path)
                        .map(record -> " (process " + record.launcher().pid() + ")")
                        .orElse("")
                + ". Stop it with ./nrt down --out " + path + ", or choose another folder with --out DIR.");
    }

    private static Path run(Path path) {
        return path.resolve("run");
    }

    /** Where the lock, the record of the running processes and the generated properties lie. */
    public Path run() {
        return run(path);
    }

    /** The log of a part. */
    public Path log(String part) {
        return path.resolve("logs").resolve(part + ".log");
    }

    @Override
    public void close() throws IOException {
        lock.channel().close();
    }
}
