package io.nrtstreams.quickstart.demo;

import io.nrtstreams.quickstart.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of SQL statements.
 *
 * @param file where it is
 * @param text the statements
 */
record SqlScript(Path file, String text) {
    private static final String ENDING = ".sql";

    /** The scripts of a folder in the order of their names. */
    static List<SqlScript> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(SqlScript::read)
                    .toList();
        } catch (IOException e) {
            throw new CommandFailure("The folder " + folder + " cannot be read (" + e + ").", e);
        }
    }

    private static SqlScript read(Path file) {
        try {
            return new SqlScript(file, Files.readString(file));
        } catch (IOException e) {
            throw new CommandFailure("The script " + file + " cannot be read (" + e + ").", e);
        }
    }
}
