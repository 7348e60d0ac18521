package io.nrtstreams.analytics.sql.command;

import io.nrtstreams.sql.SqlException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A locked file that names who holds it. The operating system lets go of it when the process ends, however it does. */
record LogLock(FileChannel channel) implements AutoCloseable {

    /**
     * Takes the lock.
     *
     * @throws SqlException when another has it
     */
    static LogLock take(Path log, Owner owner) throws IOException {
        Path file = log.resolveSibling(log.getFileName() + ".lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            String other = Files.readString(file).strip();
            channel.close();
            throw new SqlException("The command log " + log + " is in use by the server " + other
                    + ". Stop that one, or give this one a nrt.command.log.file of its own.");
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(owner.toString().getBytes(StandardCharsets.UTF_8)));
        return new LogLock(channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Another service of this very process has it.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
