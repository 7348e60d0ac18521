package io.nrtstreams.quickstart.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.Converter;
import org.apache.kafka.connect.transforms.Transformation;
import org.jspecify.annotations.Nullable;

/**
 * What a Connect worker does to a source connector's records between {@code poll()} and the producer: the connector's
 * own transforms in their order, then its converters.
 *
 * <p>Not thread-safe; {@link #close} releases the transforms.
 */
final class RecordPipeline implements AutoCloseable {
    private final List<Transformation<SourceRecord>> transforms;
    private final Converter keyConverter;
    private final Converter valueConverter;

    private RecordPipeline(
            List<Transformation<SourceRecord>> transforms, Converter keyConverter, Converter valueConverter) {
        this.transforms = transforms;
        this.keyConverter = keyConverter;
        this.valueConverter = valueConverter;
    }

    /**
     * The pipeline of one connector.
     *
     * @param config the connector's configuration with all references to config providers resolved
     * @throws ConfigException if it names a class that is not on this class path, or uses predicates, which an audit
     *     does not evaluate
     */
    static RecordPipeline of(Map<String, String> config) {
        List<Transformation<SourceRecord>> transforms = new ArrayList<>();
        String names = config.getOrDefault("transforms", "");
        for (String name : Arrays.stream(names.split(",", -1))
                .map(String::trim)
                .filter(n -> !n.isEmpty())
                .toList()) {
            String prefix = "transforms." + name + ".";
            Map<String, String> own = below(prefix, config);
            if (own.containsKey("predicate")) {
                throw new ConfigException(prefix + "predicate: an audit cannot recompute a transform with a predicate");
            }
            Transformation<SourceRecord> transform = newTransformation(own.remove("type"), prefix + "type");
            transform.configure(own);
            transforms.add(transform);
        }
        return new RecordPipeline(transforms, converter("key.converter", config), converter("value.converter", config));
    }

    /** The record as it stands in Kafka, or null if a transform dropped it. */
    @Nullable ProducedRecord apply(SourceRecord record) {
        SourceRecord current = record;
        for (Transformation<SourceRecord> transform : transforms) {
            current = transform.apply(current);
            if (current == null) {
                return null;
            }
        }
        return new ProducedRecord(
                current.topic(),
                keyConverter.fromConnectData(current.topic(), new RecordHeaders(), current.keySchema(), current.key()),
                valueConverter.fromConnectData(
                        current.topic(), new RecordHeaders(), current.valueSchema(), current.value()),
                current.timestamp());
    }

    @Override
    public void close() {
        transforms.forEach(transform -> Utils.closeQuietly(transform, "transform"));
    }

    @SuppressWarnings("unchecked") // Connect instantiates transforms the same way: the type is known by name alone.
    private static Transformation<SourceRecord> newTransformation(@Nullable String type, String key) {
        return instantiate(type, key, Transformation.class);
    }

    private static Converter converter(String key, Map<String, String> config) {
        Converter converter = instantiate(config.get(key), key, Converter.class);
        converter.configure(below(key + ".", config), key.startsWith("key"));
        return converter;
    }

    private static <T> T instantiate(@Nullable String type, String key, Class<T> expected) {
        if (type == null) {
            throw new ConfigException(key + ": missing; an audit needs it in the connector's own configuration");
        }
        try {
            return Utils.newInstance(type, expected);
        } catch (ClassNotFoundException e) {
            throw new ConfigException(key + ": " + type + " is not on the class path of the audit");
        }
    }

    private static Map<String, String> below(String prefix, Map<String, String> config) {
        Map<String, String> own = new HashMap<>();
        config.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                own.put(key.substring(prefix.length()), value);
            }
        });
        return own;
    }
}
