package io.nrtstreams.connect.kit.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page under {@code docs/} whose text comes from code. A test checks that the committed page is the generated one;
 * the same test run with {@code -Dnrt.docs.write=true} writes it.
 *
 * @param path the page, below the project's folder
 */
public record GeneratedPage(Path path) {
    /** The page at {@code relative} below the project's folder, which the build names in {@code nrt.home}. */
    public static GeneratedPage at(String relative) {
        String home = System.getProperty("nrt.home");
        if (home == null) {
            throw new IllegalStateException("the system property nrt.home does not name the project's folder");
        }
        return new GeneratedPage(Path.of(home).resolve(relative));
    }

    /**
     * Checks the committed page, or writes it where {@code nrt.docs.write} is set.
     *
     * @throws IllegalStateException if the committed page differs from {@code generated}; the message has the remedy
     */
    public void check(String generated) {
        try {
            if (Boolean.getBoolean("nrt.docs.write")) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.writeString(path, generated);
            }
            if (!Files.exists(path) || !Files.readString(path).equals(generated)) {
                throw new IllegalStateException(path + " is not what the code generates."
                        + " Write it with: ./mvnw test -Dnrt.docs.write=true, and commit it.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
