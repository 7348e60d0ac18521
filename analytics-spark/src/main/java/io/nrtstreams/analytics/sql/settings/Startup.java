package io.nrtstreams.analytics.sql.settings;

import io.nrtstreams.analytics.kafka.KafkaTopics;
import io.nrtstreams.analytics.sql.LocalSqlService;
import io.nrtstreams.analytics.sql.QueriesFile;
import io.nrtstreams.analytics.sql.ServiceOptions;
import io.nrtstreams.analytics.sql.ServiceParts;
import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.analytics.sql.command.CommandLog;
import io.nrtstreams.analytics.sql.command.FileCommandLog;
import io.nrtstreams.analytics.sql.command.KafkaCommandLog;
import io.nrtstreams.analytics.sql.command.Owner;
import io.nrtstreams.sql.format.Format;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.format.registry.RegistryFormats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.function.user.UserFunctions;
import io.nrtstreams.sql.registry.RestSchemaRegistry;
import io.nrtstreams.sql.registry.SchemaRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a service as its settings say. */
public final class Startup {

    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private Startup() {}

    /**
     * What the parts of the service share. Functions that cannot be loaded are told of in the server's log.
     *
     * @throws java.io.UncheckedIOException when the folder of functions cannot be read
     */
    public static SqlEnvironment environment(ServerSettings settings, InstantSource clock) {
        FunctionRegistry functions = FunctionRegistry.builtIn();
        if (settings.extensions().isPresent()) {
            // Open as long as the process: queries call them to its end.
            UserFunctions loaded = UserFunctions.load(settings.extensions().get(), functions);
            loaded.problems().forEach(problem -> LOG.warn("A function was not loaded: {}", problem));
            functions = loaded.functions();
        }
        Optional<SchemaRegistry> registry = settings.registry().map(RestSchemaRegistry::new);
        Formats formats = Formats.withoutRegistry();
        if (registry.isPresent()) {
            formats = formats.with(RegistryFormats.of(registry.get()).toArray(Format[]::new));
        }
        return new SqlEnvironment(settings.serviceId(), settings.kafka(), functions, formats, registry, clock);
    }

    /**
     * Opens the command log, takes up what it says, and carries out the file of statements when there is one.
     *
     * @throws io.nrtstreams.sql.SqlException when the log cannot be opened, or a statement of the file is refused
     * @throws IOException when the file of statements cannot be read
     */
    public static LocalSqlService service(ServerSettings settings, SqlEnvironment environment, ServiceParts parts)
            throws IOException {
        ServiceOptions options = new ServiceOptions(
                settings.serverId(),
                settings.sessionDefaults(),
                settings.shown(),
                settings.queriesFile().isPresent(),
                settings.commandPatience());
        LocalSqlService service = LocalSqlService.start(environment, options, log(settings), parts);
        try {
            settings.processingLog().ifPresent(service::declareProcessingLog);
            if (settings.queriesFile().isPresent()) {
                Path file = settings.queriesFile().get();
                service.apply(new QueriesFile(file.toString(), Files.readString(file)));
            }
        } catch (IOException | RuntimeException e) {
            service.close();
            throw e;
        }
        return service;
    }

    private static CommandLog log(ServerSettings settings) {
        Owner self = new Owner(settings.serverId(), settings.address());
        if (settings.kafka().isEmpty()) {
            return FileCommandLog.open(settings.commandLogFile(), self);
        }
        String topic = settings.serviceId() + "_commands";
        try (KafkaTopics topics = KafkaTopics.connect(settings.kafka())) {
            topics.createCompacted(topic, Map.of());
        }
        return KafkaCommandLog.open(settings.kafka(), topic, self);
    }
}
