package io.nrtstreams.quickstart.stack;

import io.nrtstreams.quickstart.CommandFailure;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * A committed properties file whose settings for one machine are laid over.
 *
 * @param file the committed file
 */
record PropertiesTemplate(Path file) {
    /** Writes the file to {@code target} with {@code settings} in the place of its own. */
    Path write(Path target, Map<String, String> settings) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new CommandFailure("The settings " + file + " cannot be read (" + e + ").", e);
        }
        properties.putAll(settings);
        try (Writer out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
            properties.store(out, "Written at every start from " + file);
        } catch (IOException e) {
            throw new CommandFailure("The settings " + target + " cannot be written (" + e + ").", e);
        }
        return target;
    }
}
