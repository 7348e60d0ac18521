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
import java.time.Duration;
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
import org.apache.kafka.common.config.types.Password;

/** Makes settings of keys and values, and gathers all that is wrong before it complains. */
final class SettingsReader {

    private static final String HIDDEN = "[hidden]";

    private final ConfigDef definition = ServerKeys.definition();
    private final Map<String, String> given;
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, String> session = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Map<String, String> given) {
        this.given = Map.copyOf(given);
    }

    ServerSettings read() {
        for (ConfigValue value : definition.validate(given)) {
            problems.addAll(value.errorMessages());
            values.put(value.name(), value.value());
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
        } else if (!KafkaKeys.takes(key)) {
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
        String advertised = text(ServerKeys.ADVERTISED);
        String serviceId = text(ServerKeys.SERVICE_ID);
        return new ServerSettings(
                serviceId,
                optional(ServerKeys.SERVER_ID).orElse(listener),
                advertised.isEmpty() ? listener : URI.create(advertised).getAuthority(),
                http,
                kafka(),
                registry(),
                new ConnectSettings(URI.create(text(ServerKeys.CONNECT)), secret(ServerKeys.CONNECT_USER)),
                existing(ServerKeys.EXTENSIONS),
                existing(ServerKeys.QUERIES_FILE),
                Path.of(text(ServerKeys.COMMAND_FILE)),
                duration(ServerKeys.COMMAND_PATIENCE),
                text(ServerKeys.CHECKPOINTS),
                Path.of(text(ServerKeys.STORES)),
                (Long) values.get(ServerKeys.BATCH_RECORDS),
                processingLog(serviceId),
                session,
                limits(),
                shown());
    }

    private HttpSettings http() {
        List<?> listeners = (List<?>) values.get(ServerKeys.LISTENERS);
        if (listeners.size() != 1) {
            problems.add(ServerKeys.LISTENERS + ": one listener is needed, and not more");
        }
        URI listener = URI.create(listeners.isEmpty() ? "http://127.0.0.1:8088" : String.valueOf(listeners.get(0)));
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
                (Boolean) values.get(ServerKeys.TLS_ENDS_BEFORE),
                existing(ServerKeys.USERS_FILE),
                existing(ServerKeys.TOKENS_FILE));
    }

    private Optional<HttpSettings.Identity> identity() {
        Optional<Path> store = existing(ServerKeys.KEYSTORE);
        if (store.isPresent()) {
            return Optional.of(new HttpSettings.Identity.Pkcs12(
                    store.get(), secret(ServerKeys.KEYSTORE_PASSWORD).orElse("")));
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
        List<?> brokers = (List<?>) values.get(ServerKeys.BOOTSTRAP);
        Map<String, Object> settings = new TreeMap<>(KafkaKeys.of(given));
        session.keySet().forEach(settings::remove);
        if (brokers.isEmpty()) {
            return Map.of();
        }
        settings.put(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                String.join(",", brokers.stream().map(String::valueOf).toList()));
        return settings;
    }

    private Optional<RegistrySettings> registry() {
        List<URI> urls = ((List<?>) values.get(ServerKeys.REGISTRY))
                .stream().map(url -> URI.create(String.valueOf(url))).toList();
        if (urls.isEmpty()) {
            return Optional.empty();
        }
        if (urls.stream().anyMatch(url -> url.getUserInfo() != null)) {
            problems.add(ServerKeys.REGISTRY + ": no user in the URL, which is shown; set " + ServerKeys.REGISTRY_USER);
            return Optional.empty();
        }
        RegistryCredentials credentials = secret(ServerKeys.REGISTRY_TOKEN)
                .<RegistryCredentials>map(RegistryCredentials.Bearer::new)
                .or(() -> secret(ServerKeys.REGISTRY_USER).map(SettingsReader::basic))
                .orElseGet(RegistryCredentials.Anonymous::new);
        return Optional.of(RegistrySettings.of(urls, credentials));
    }

    private static RegistryCredentials basic(String pair) {
        int colon = pair.indexOf(':');
        return new RegistryCredentials.Basic(
                colon < 0 ? pair : pair.substring(0, colon), colon < 0 ? "" : pair.substring(colon + 1));
    }

    private Optional<ProcessingLogStream> processingLog(String serviceId) {
        if (!(Boolean) values.get(ServerKeys.LOG_TOPIC_CREATE)) {
            return Optional.empty();
        }
        String topic = optional(ServerKeys.LOG_TOPIC).orElse(serviceId + "_processing_log");
        boolean declared = (Boolean) values.get(ServerKeys.LOG_STREAM_CREATE);
        return Optional.of(
                new ProcessingLogStream(topic, declared ? optional(ServerKeys.LOG_STREAM) : Optional.empty()));
    }

    private RequestLimits limits() {
        return new RequestLimits(
                (Integer) values.get(ServerKeys.BODY_BYTES),
                (Integer) values.get(ServerKeys.STATEMENT_CHARS),
                (Long) values.get(ServerKeys.PULL_ROWS),
                (Integer) values.get(ServerKeys.PUSH_QUERIES),
                (Integer) values.get(ServerKeys.PULL_QUERIES),
                (Integer) values.get(ServerKeys.STATEMENTS),
                duration(ServerKeys.PULL_TIME),
                duration(ServerKeys.PUSH_TIME),
                duration(ServerKeys.SHUTDOWN_TIME));
    }

    private String text(String key) {
        return String.valueOf(values.get(key)).strip();
    }

    private Optional<String> optional(String key) {
        return Optional.of(text(key)).filter(text -> !text.isEmpty());
    }

    private Optional<String> secret(String key) {
        return Optional.ofNullable((Password) values.get(key))
                .map(Password::value)
                .filter(value -> !value.isEmpty());
    }

    private Duration duration(String key) {
        return Duration.ofMillis((Long) values.get(key));
    }

    private Optional<Path> existing(String key) {
        Optional<Path> path = optional(key).map(Path::of);
        path.filter(missing -> !Files.isReadable(missing))
                .ifPresent(missing -> problems.add(key + ": " + missing + " is not there, or cannot be read"));
        return path;
    }

    private List<Property> shown() {
        List<Property> shown = new ArrayList<>();
        definition.configKeys().forEach((name, key) -> {
            Object value = values.get(name);
            boolean secret = key.type == ConfigDef.Type.PASSWORD;
            String text = value instanceof List<?> list
                    ? String.join(",", list.stream().map(String::valueOf).toList())
                    : String.valueOf(value);
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
