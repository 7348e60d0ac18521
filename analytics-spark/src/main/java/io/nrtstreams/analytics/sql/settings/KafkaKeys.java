package io.nrtstreams.analytics.sql.settings;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Settings of Kafka's clients among a server's: those of security by their own names, and any by its name behind {@code
 * ksql.streams.}.
 */
final class KafkaKeys {

    static final String PREFIX = "ksql.streams.";

    private static final Set<String> ALL = all();
    private static final Set<String> OWN =
            Set.of(ServerKeys.KEYSTORE, ServerKeys.KEYSTORE_PASSWORD, ServerKeys.BOOTSTRAP);

    private KafkaKeys() {}

    private static Set<String> all() {
        Set<String> names = new TreeSet<>(AdminClientConfig.configNames());
        names.addAll(ConsumerConfig.configNames());
        names.addAll(ProducerConfig.configNames());
        return names;
    }

    /** Whether a server's key is one of these. */
    static boolean takes(String key) {
        if (key.startsWith(PREFIX)) {
            return ALL.contains(key.substring(PREFIX.length()));
        }
        boolean security = key.equals("security.protocol") || key.startsWith("sasl.") || key.startsWith("ssl.");
        return security && ALL.contains(key) && !OWN.contains(key);
    }

    /** Whether its value must not be shown. */
    static boolean isSecret(String key) {
        return key.endsWith("password") || key.endsWith("jaas.config") || key.endsWith("ssl.keystore.key");
    }

    /** The clients' settings; those behind the prefix win. */
    static Map<String, Object> of(Map<String, String> values) {
        Map<String, Object> settings = new TreeMap<>();
        values.forEach((key, value) -> {
            if (takes(key) && !key.startsWith(PREFIX)) {
                settings.put(key, value);
            }
        });
        values.forEach((key, value) -> {
            if (takes(key) && key.startsWith(PREFIX)) {
                settings.put(key.substring(PREFIX.length()), value);
            }
        });
        return settings;
    }
}
