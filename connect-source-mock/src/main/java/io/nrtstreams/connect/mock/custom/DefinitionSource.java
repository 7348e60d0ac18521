package io.nrtstreams.connect.mock.custom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a definition comes from, and what other files it may refer to: those in its own folder and below.
 *
 * @param folder its folder; empty for a definition that is not in a file, which refers to none
 */
record DefinitionSource(java.util.Optional<Path> folder) {
    private static final long MOST_BYTES = 4L << 20;

    static DefinitionSource ofText() {
        return new DefinitionSource(java.util.Optional.empty());
    }

    static DefinitionSource of(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return new DefinitionSource(java.util.Optional.ofNullable(folder));
    }

    /** @throws IllegalArgumentException if it cannot be read, or is outside the folder */
    String text(String relative) {
        Path base = folder.orElseThrow(() -> new IllegalArgumentException(
                "a definition that is no file cannot name one; write the other definition here instead"));
        Path file = base.resolve(relative).normalize();
        if (!file.startsWith(base)) {
            throw new IllegalArgumentException("expected a file in the folder of the definition, or below");
        }
        return read(file);
    }

    /** @throws IllegalArgumentException if it cannot be read; the message names the file */
    static String read(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException(file + ": is larger than " + MOST_BYTES + " bytes");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + ": cannot be read as UTF-8 text; it has to be at this path on every worker", e);
        }
    }
}
