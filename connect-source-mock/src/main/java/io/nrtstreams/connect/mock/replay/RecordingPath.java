package io.nrtstreams.connect.mock.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The files of a recording: one, those of a folder, or those of a pattern such as {@code load-*.csv.gz}. */
final class RecordingPath {
    private static final String COMPRESSED = ".gz";
    private static final int BUFFER = 1 << 16;

    private RecordingPath() {}

    /**
     * The files in the order of their names, at least one; files whose names begin with a dot are left out.
     *
     * @throws RecordingException if there is none, or a folder cannot be read
     */
    static List<Path> files(Path path) {
        if (Files.isDirectory(path)) {
            return matching(path, path, name -> true);
        }
        Path name = path.getFileName();
        boolean pattern = name != null && name.toString().chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
        if (!pattern || Files.exists(path)) {
            return List.of(path);
        }
        Path parent = path.toAbsolutePath().getParent();
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + name);
        return matching(path, parent == null ? path : parent, matcher);
    }

    private static List<Path> matching(Path asked, Path folder, PathMatcher matcher) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(Files::isRegularFile)
                    .filter(file -> !nameOf(file).startsWith("."))
                    .filter(file -> matcher.matches(file.getFileName()))
                    .sorted(Comparator.comparing(RecordingPath::nameOf))
                    .toList();
            if (files.isEmpty()) {
                throw new RecordingException(
                        asked + ": there is no such file; it has to be at this path on every worker", null);
            }
            return files;
        } catch (IOException e) {
            throw new RecordingException(asked + ": cannot be listed; check the folder and its permissions", e);
        }
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** The bytes of a file; of one whose name ends with .gz, those that were compressed. */
    static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        if (!nameOf(file).endsWith(COMPRESSED)) {
            return in;
        }
        try {
            return new GZIPInputStream(new BufferedInputStream(in, BUFFER), BUFFER);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
