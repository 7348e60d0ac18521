package io.nrtstreams.analytics.sql.settings;

import io.nrtstreams.analytics.sql.ProcessingLogStream;
import io.nrtstreams.analytics.sql.SessionProperty;
import io.nrtstreams.analytics.sql.entity.SessionEntity.Property;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.registry.RegistryCredentials;
import io.nrtstreams.sql.registry.RegistrySettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/** Makes settings of keys and values, and gathers all that is wrong before it complains. */
final class SettingsReader {

    private static final String HIDDEN = "[hidden]";

    private final ConfigDef definition = ServerKeys.definition();
    private final Map<String, String> given;
    private final Map<String, @Nullable Object> parsed = new HashMap<>();
    private final Values values = new Values(parsed);
    private final Map<String, String> session = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Map<String, String> given) {
        this.given = Map.copyOf(given);
    }

    ServerSettings read() {
        for (ConfigValue value : definition.validate(given)) {
            problems.addAll(value.errorMessages());
            parsed.put(value.name(), value.value());
        }
        given.keySet().stream().sorted().forEach(this::other);
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
        ServerSettings settings = settings();
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
        return settings;
    }

    /** A key that is not in the definition: a property of sessions, a setting of Kafka's clients, or a mistake. */
    private void other(String key) {
        if (definition.names().contains(key)) {
            return;
        }
        String bare = key.startsWith(KafkaKeys.PREFIX) ? key.substring(KafkaKeys.PREFIX.length()) : key;
        Optional<SessionProperty> property = SessionProperty.all().stream()
                .filter(one -> one.name().equals(bare))
                .findFirst();
        if (property.isPresent()) {
            sessionDefault(key, property.get());
        } else if (!KafkaKeys.takes(key) && !SessionProperty.isGiven(bare)) {
            problems.add(key + ": there is no such key." + Suggestions.didYouMean(key, known())
                    + " docs/reference/sql-server.md lists them");
        }
    }

    private Set<String> known() {
        Set<String> known = new TreeSet<>(definition.names());
        SessionProperty.all().forEach(property -> known.add(property.name()));
        return known;
    }

    private void sessionDefault(String key, SessionProperty property) {
        try {
            session.put(property.name(), property.valid(given.getOrDefault(key, "")));
        } catch (SqlException e) {
            problems.add(key + ": " + e.problem());
        }
    }

    private ServerSettings settings() {
        HttpSettings http = http();
        String listener = http.host() + ":" + http.port();
        String advertised = values.text(ServerKeys.ADVERTISED);
        String serviceId = values.text(ServerKeys.SERVICE_ID);
        return new ServerSettings(
                serviceId,
                values.optional(ServerKeys.SERVER_ID).orElse(listener),
                advertised.isEmpty() ? listener : URI.create(advertised).getAuthority(),
                http,
                kafka(),
                registry(),
                new ConnectSettings(
                        URI.create(values.text(ServerKeys.CONNECT)), values.secret(ServerKeys.CONNECT_USER)),
                existing(ServerKeys.EXTENSIONS),
                existing(ServerKeys.QUERIES_FILE),
                Path.of(values.text(ServerKeys.COMMAND_FILE)),
                values.duration(ServerKeys.COMMAND_PATIENCE),
                values.text(ServerKeys.CHECKPOINTS),
                Path.of(values.text(ServerKeys.STORES)),
                values.number(ServerKeys.BATCH_RECORDS),
                processingLog(serviceId),
                session,
                limits(),
                shown());
    }

    private HttpSettings http() {
        List<String> listeners = values.list(ServerKeys.LISTENERS);
        if (listeners.size() != 1) {
            problems.add(ServerKeys.LISTENERS + ": one listener is needed, and not more");
        }
        URI listener = URI.create(listeners.isEmpty() ? "http://127.0.0.1:8088" : listeners.get(0));
        boolean encrypted = "https".equals(listener.getScheme());
        Optional<HttpSettings.Identity> identity = identity();
        if (encrypted && identity.isEmpty()) {
            problems.add(ServerKeys.LISTENERS + ": https needs a certificate: set " + ServerKeys.CERTIFICATE + " and "
                    + ServerKeys.KEY + ", or " + ServerKeys.KEYSTORE);
        }
        return new HttpSettings(
                listener.getHost(),
                listener.getPort() < 0 ? 8088 : listener.getPort(),
                encrypted ? identity : Optional.empty(),
                values.flag(ServerKeys.TLS_ENDS_BEFORE),
                existing(ServerKeys.USERS_FILE),
                existing(ServerKeys.TOKENS_FILE));
    }

    private Optional<HttpSettings.Identity> identity() {
        Optional<Path> store = existing(ServerKeys.KEYSTORE);
        if (store.isPresent()) {
            return Optional.of(new HttpSettings.Identity.Pkcs12(
                    store.get(), values.secret(ServerKeys.KEYSTORE_PASSWORD).orElse("")));
        }
        Optional<Path> certificate = existing(ServerKeys.CERTIFICATE);
        Optional<Path> key = existing(ServerKeys.KEY);
        if (certificate.isPresent() != key.isPresent()) {
            problems.add(ServerKeys.CERTIFICATE + ": set it together with " + ServerKeys.KEY);
        }
        return certificate.isPresent() && key.isPresent()
                ? Optional.of(new HttpSettings.Identity.Pem(certificate.get(), key.get()))
                : Optional.empty();
    }

    private Map<String, Object> kafka() {
        List<String> brokers = values.list(ServerKeys.BOOTSTRAP);
        Map<String, Object> settings = new TreeMap<>(KafkaKeys.of(given));
        session.keySet().forEach(settings::remove);
        if (brokers.isEmpty()) {
            return Map.of();
        }
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, String.join(",", brokers));
        return settings;
    }

    private Optional<RegistrySettings> registry() {
        List<URI> urls =
                values.list(ServerKeys.REGISTRY).stream().map(URI::create).toList();
        if (urls.isEmpty()) {
            return Optional.empty();
        }
        if (urls.stream().anyMatch(url -> url.getUserInfo() != null)) {
            problems.add(ServerKeys.REGISTRY + ": no user in the URL, which is shown; set " + ServerKeys.REGISTRY_USER);
            return Optional.empty();
        }
        RegistryCredentials credentials = values.secret(ServerKeys.REGISTRY_TOKEN)
                .<RegistryCredentials>map(RegistryCredentials.Bearer::new)
                .or(() -> values.secret(ServerKeys.REGISTRY_USER).map(SettingsReader::basic))
                .orElseGet(RegistryCredentials.Anonymous::new);
        return Optional.of(RegistrySettings.of(urls, credentials));
    }

    private static RegistryCredentials basic(String pair) {
        int colon = pair.indexOf(':');
        return new RegistryCredentials.Basic(
                colon < 0 ? pair : pair.substring(0, colon), colon < 0 ? "" : pair.substring(colon + 1));
    }

    private Optional<ProcessingLogStream> processingLog(String serviceId) {
        if (!values.flag(ServerKeys.LOG_TOPIC_CREATE)) {
            return Optional.empty();
        }
        String topic = values.optional(ServerKeys.LOG_TOPIC).orElse(serviceId + "_processing_log");
        boolean declared = values.flag(ServerKeys.LOG_STREAM_CREATE);
        return Optional.of(
                new ProcessingLogStream(topic, declared ? values.optional(ServerKeys.LOG_STREAM) : Optional.empty()));
    }

    private RequestLimits limits() {
        return new RequestLimits(
                values.integer(ServerKeys.BODY_BYTES),
                values.integer(ServerKeys.STATEMENT_CHARS),
                values.number(ServerKeys.PULL_ROWS),
                values.integer(ServerKeys.PUSH_QUERIES),
                values.integer(ServerKeys.PULL_QUERIES),
                values.integer(ServerKeys.STATEMENTS),
                values.duration(ServerKeys.PULL_TIME),
                values.duration(ServerKeys.PUSH_TIME),
                values.duration(ServerKeys.SHUTDOWN_TIME));
    }

    private Optional<Path> existing(String key) {
        Optional<Path> path = values.optional(key).map(Path::of);
        path.filter(missing -> !Files.isReadable(missing))
                .ifPresent(missing -> problems.add(key + ": " + missing + " is not there, or cannot be read"));
        return path;
    }

    private List<Property> shown() {
        List<Property> shown = new ArrayList<>();
        definition.configKeys().forEach((name, key) -> {
            boolean secret = key.type == ConfigDef.Type.PASSWORD;
            String text = values.shown(name);
            shown.add(new Property(name, "KSQL", secret ? HIDDEN : text, false, "SERVER"));
        });
        given.forEach((name, value) -> {
            if (KafkaKeys.takes(name)) {
                shown.add(new Property(name, "KSQL", KafkaKeys.isSecret(name) ? HIDDEN : value, false, "SERVER"));
            }
        });
        shown.sort(Comparator.comparing(Property::name));
        return shown;
    }
}
