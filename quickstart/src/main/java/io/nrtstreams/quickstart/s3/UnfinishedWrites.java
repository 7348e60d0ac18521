package io.nrtstreams.quickstart.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the endpoint leaves behind where it is killed while it writes: it writes an object under the object's name and a
 * random UUID, and renames it once it is whole. A listing would show the half-written file as an object.
 */
final class UnfinishedWrites {
    private static final Pattern NAME =
            Pattern.compile(".+-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private UnfinishedWrites() {}

    /** Removes them below {@code folder}; nobody was told that these objects were stored. */
    static void remove(Path folder) throws IOException {
        List<Path> unfinished;
        try (Stream<Path> files = Files.walk(folder)) {
            unfinished = files.filter(Files::isRegularFile)
                    .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
        for (Path file : unfinished) {
            Files.delete(file);
        }
    }
}
