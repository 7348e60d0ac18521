package io.nrtstreams.quickstart.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The end of a log, without the stack frames: what a person wants to see of it first. */
public final class LogTail {
    // Enough for the last lines after a few long stack traces; the rest of a log is never read.
    private static final int BYTES = 128 * 1024;
    private static final Pattern FRAME = Pattern.compile("^\\s+(at |\\.\\.\\. \\d+ (more|common)|Suppressed:).*");
    private static final Pattern QUIET = Pattern.compile(".*\\b(INFO|DEBUG|TRACE)\\b.*");

    private LogTail() {}

    /** The last {@code count} lines that say something, oldest first; a log that cannot be read says so in one line. */
    public static List<String> of(Path log, int count) {
        try {
            List<String> lines = lastBytes(log)
                    .lines()
                    .filter(line -> !line.isBlank() && !FRAME.matcher(line).matches())
                    .toList();
            List<String> loud = lines.stream()
                    .filter(line -> !QUIET.matcher(line).matches())
                    .toList();
            List<String> shown = loud.isEmpty() ? lines : loud;
            return shown.subList(Math.max(0, shown.size() - count), shown.size());
        } catch (IOException e) {
            return List.of("(the log cannot be read: " + e.getMessage() + ")");
        }
    }

    private static String lastBytes(Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - BYTES);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
