package io.nrtstreams.analytics.sql.command;

import io.nrtstreams.sql.SqlException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A log in a local file, for a service without a broker: a line a command, on the disk before {@link #append} returns. A last
 * line that was torn when the process died never was acknowledged, and is cut off. What is gone for good is left out when a
 * log of more than {@link #COMPACT_AT} lines is opened, unless it has entries that cannot be used. A file beside it is
 * locked, so that no second server opens the log.
 */
public final class FileCommandLog implements CommandLog {

    /** From how many lines on a log is written anew when it is opened. */
    static final int COMPACT_AT = 1_000;

    private final Path file;
    private final LogLock lock;
    private final Owner owner;
    private final FileChannel channel;
    private final List<Skipped> skipped;
    private Contents contents;
    private long length;

    private FileCommandLog(Path file, LogLock lock, Owner owner, FileChannel channel, Entries entries)
            throws IOException {
        this.file = file;
        this.lock = lock;
        this.owner = owner;
        this.channel = channel;
        this.skipped = entries.skipped();
        this.contents = entries.contents();
        this.length = channel.size();
    }

    /**
     * Opens a log, which is made when there is none.
     *
     * @throws SqlException when another server has it open
     * @throws UncheckedIOException when the file cannot be read or written
     */
    public static FileCommandLog open(Path file, Owner owner) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            LogLock lock = LogLock.take(file, owner);
            try {
                return opened(file, lock, owner);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the command log " + file + " cannot be opened", e);
        }
    }

    private static FileCommandLog opened(Path file, LogLock lock, Owner owner) throws IOException {
        cutTornLine(file);
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        Entries entries = new Entries();
        for (int i = 0; i < lines.size(); i++) {
            LogLine.read(lines.get(i), i + 1L, entries);
        }
        if (lines.size() > COMPACT_AT && entries.skipped().isEmpty()) {
            compact(file, entries.contents());
        }
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        return new FileCommandLog(file, lock, owner, channel, entries);
    }

    private static void cutTornLine(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size();
            ByteBuffer last = ByteBuffer.allocate(1);
            while (end > 0) {
                last.clear();
                channel.read(last, end - 1);
                if (last.get(0) == '\n') {
                    break;
                }
                end--;
            }
            channel.truncate(end);
        }
    }

    /** Writes the log anew as one command, beside the old one, and puts it in its place in one step. */
    private static void compact(Path file, Contents contents) throws IOException {
        Map<ObjectKey, Optional<Stored>> all = contents.things().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, thing -> Optional.of(thing.getValue())));
        Command whole = new Command(contents.sequence(), contents.nextNumber(), "", all);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            write(channel, LogLine.write(whole));
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(FileChannel channel, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    @Override
    public synchronized Contents settle() {
        return contents;
    }

    @Override
    public List<Skipped> skipped() {
        return skipped;
    }

    @Override
    public Optional<Owner> owner() {
        return Optional.of(owner);
    }

    @Override
    public boolean isOwned() {
        return true;
    }

    /** Nobody else can write to it, so there is nothing to be told. */
    @Override
    public void listen(Listener listener) {}

    @Override
    public synchronized void append(Command command) {
        try {
            // Half a line is there when writing failed before, on a full disk, and it could not be cut off then.
            channel.truncate(length);
            write(channel, LogLine.write(command));
            length = channel.size();
            contents = contents.after(command);
        } catch (IOException e) {
            SqlException problem = new SqlException("The command log " + file + " cannot be written: " + e.getMessage()
                    + ". Nothing was done; make room or grant access, and repeat the statement.");
            problem.initCause(e);
            cutOff(problem);
            throw problem;
        }
    }

    private void cutOff(SqlException problem) {
        try {
            channel.truncate(length);
        } catch (IOException e) {
            problem.addSuppressed(e);
        }
    }

    @Override
    public synchronized void close() {
        try (lock) {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the command log " + file + " cannot be closed", e);
        }
    }
}
