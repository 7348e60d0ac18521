package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.Problems;
import io.nrtstreams.connect.s3.delivery.ObjectNames;
import io.nrtstreams.connect.s3.file.Compression;
import io.nrtstreams.connect.s3.format.RecordFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Reads properties: first everything that is wrong with them, then, if nothing is, the settings. */
final class SettingsReader {
    /** Keys of the framework, and of what it configures beside the sink. */
    private static final List<String> FOREIGN = List.of(
            "consumer.override.",
            CredentialKeys.PROVIDER_PREFIX,
            "transforms",
            "predicates",
            "errors.",
            "key.converter",
            "value.converter",
            "header.converter",
            "name",
            "connector.",
            "tasks.max",
            "topics",
            "config.",
            "offsets.");

    private final Values values;

    private SettingsReader(Values values) {
        this.values = values;
    }

    static SettingsReader of(Map<String, String> properties) {
        ConfigDef definition = SinkKeys.definition();
        Values values = new Values(definition, properties);
        values.problems().addNearMisses(properties.keySet(), definition, FOREIGN);
        StoreKeys.check(values);
        FileKeys.check(values);
        DeliveryKeys.check(values);
        return new SettingsReader(values);
    }

    /** What is wrong beyond what {@link ConfigDef#validate} finds. */
    Problems problems() {
        return values.problems();
    }

    /** Asks the store as well, where the configuration wants it and nothing is wrong with it so far. */
    SettingsReader connected() {
        if (messages().isEmpty() && values.isTrue(StoreKeys.VALIDATE_CONNECTION)) {
            ConnectionProblems.add(values, StoreKeys.read(values, 1));
        }
        return this;
    }

    void throwIfWrong() {
        List<String> messages = messages();
        if (!messages.isEmpty()) {
            throw new ConfigException(String.join("; ", messages));
        }
    }

    private List<String> messages() {
        return Stream.of(values.problemsOfKeys(), values.problems())
                .flatMap(some -> some.messages().stream())
                .toList();
    }

    SinkSettings settings() {
        Compression compression = FileKeys.compression(values);
        RecordFormat format = FileKeys.format(values);
        return new SinkSettings(
                StoreKeys.read(values, values.number(DeliveryKeys.UPLOADS_IN_FLIGHT) + 1),
                new ObjectNames(values.text(StoreKeys.PREFIX), format.extension() + compression.extension()),
                FolderKeys.read(values),
                format,
                FileKeys.nullValues(values),
                compression,
                values.number(FileKeys.COMPRESSION_LEVEL),
                DeliveryKeys.read(values),
                values.duration(DeliveryKeys.FLUSH_TIMEOUT));
    }
}
