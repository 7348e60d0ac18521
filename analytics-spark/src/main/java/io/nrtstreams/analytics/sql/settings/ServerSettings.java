package io.nrtstreams.analytics.sql.settings;

import io.nrtstreams.analytics.sql.ProcessingLogStream;
import io.nrtstreams.analytics.sql.entity.SessionEntity.Property;
import io.nrtstreams.sql.registry.RegistrySettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * How a server is set up. Immutable; secrets are not printed.
 *
 * @param serviceId shared by the servers of a service
 * @param serverId tells them apart
 * @param address where others reach this server, host:port
 * @param kafka for Kafka's clients; empty when there is no broker
 * @param extensions the folder of jars with functions
 * @param queriesFile carried out at each start
 * @param commandLogFile where the command log is when there is no broker
 * @param commandPatience how long a request waits for the command that it comes after
 * @param checkpoints the folder for positions and state, as a path of Hadoop's
 * @param stores the local folder of tables for pull queries
 * @param batchRecords how many records a micro-batch reads at most
 * @param processingLog empty when the server shall make none
 * @param sessionDefaults what SET would set
 * @param shown all keys with their values, secrets hidden
 */
public record ServerSettings(
        String serviceId,
        String serverId,
        String address,
        HttpSettings http,
        Map<String, Object> kafka,
        Optional<RegistrySettings> registry,
        ConnectSettings connect,
        Optional<Path> extensions,
        Optional<Path> queriesFile,
        Path commandLogFile,
        Duration commandPatience,
        String checkpoints,
        Path stores,
        long batchRecords,
        Optional<ProcessingLogStream> processingLog,
        Map<String, String> sessionDefaults,
        RequestLimits limits,
        List<Property> shown) {

    public ServerSettings {
        kafka = Map.copyOf(kafka);
        sessionDefaults = Map.copyOf(sessionDefaults);
        shown = List.copyOf(shown);
    }

    /**
     * Reads a file of properties in UTF-8.
     *
     * @param overrides settings that count in place of the file's
     * @throws IOException when the file cannot be read
     * @throws InvalidSettingsException with all that is wrong
     */
    public static ServerSettings read(Path file, Map<String, String> overrides) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> all = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
        all.putAll(overrides);
        return of(all);
    }

    /**
     * The settings of these keys and values, and the defaults of all others.
     *
     * @throws InvalidSettingsException with all that is wrong
     */
    public static ServerSettings of(Map<String, String> values) {
        return new SettingsReader(values).read();
    }

    /** Does not tell the settings of Kafka's clients, which may hold secrets. */
    @Override
    public String toString() {
        return "ServerSettings[serviceId=" + serviceId + ", serverId=" + serverId + ", address=" + address + "]";
    }
}
