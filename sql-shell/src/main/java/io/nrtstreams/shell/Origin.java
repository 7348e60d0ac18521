package io.nrtstreams.shell;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where statements are from.
 *
 * @param name of the file, for messages; empty for what was typed or given with -e
 * @param folder to which RUN SCRIPT is relative
 * @param depth how many scripts run one another
 */
record Origin(Optional<String> name, Path folder, int depth) {

    /** What was typed, or given with -e. */
    static Origin typed() {
        return new Origin(Optional.empty(), Path.of(""), 0);
    }

    static Origin standardInput() {
        return new Origin(Optional.of("<stdin>"), Path.of(""), 0);
    }

    Origin script(Path file) {
        Path folderOfFile = file.getParent() == null ? Path.of("") : file.getParent();
        return new Origin(Optional.of(file.toString()), folderOfFile, depth + 1);
    }
}
