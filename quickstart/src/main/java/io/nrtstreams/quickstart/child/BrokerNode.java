package io.nrtstreams.quickstart.child;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** A broker and controller in one: formats its storage where that was never done, then runs Kafka's own main class. */
public final class BrokerNode {
    private BrokerNode() {}

    /**
     * Runs the broker until the JVM is told to end.
     *
     * @param args one argument, the file with the broker's properties
     * @throws IOException if that file cannot be read
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Properties properties = load(file);
        Path logDirectory = Path.of(properties.getProperty("log.dirs"));
        if (!Files.exists(logDirectory.resolve("meta.properties"))) {
            format(file);
        } else if (LoneController.isNeeded(logDirectory)) {
            LoneController.run(properties);
        }
        Kafka.main(new String[] {file.toString()});
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }

    private static void format(Path properties) {
        // Formatting that a kill cut short is completed, hence --ignore-formatted.
        String[] command = {
            "format", "--ignore-formatted", "-t", Uuid.randomUuid().toString(), "-c", properties.toString()
        };
        int code = StorageTool.execute(command, System.out);
        if (code != 0) {
            throw new IllegalStateException("the broker's storage could not be formatted (exit code " + code + ")");
        }
    }
}
