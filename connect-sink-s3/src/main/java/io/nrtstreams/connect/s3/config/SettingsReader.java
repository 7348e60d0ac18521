package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.Problems;
import io.nrtstreams.connect.s3.config.porting.Ported;
import io.nrtstreams.connect.s3.config.porting.Porting;
import io.nrtstreams.connect.s3.delivery.DeliverySettings;
import io.nrtstreams.connect.s3.delivery.ObjectNames;
import io.nrtstreams.connect.s3.file.SegmentPool;
import io.nrtstreams.connect.s3.format.RecordFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            "topics.regex",
            "config.",
            "offsets.");

    /** Of the memory budget, so much at most is kept for files to come. */
    private static final int SHARE_KEPT = 4;

    private final String name;
    private final Values values;

    private SettingsReader(String name, Values values) {
        this.name = name;
        this.values = values;
    }

    static SettingsReader of(Map<String, String> properties) {
        ConfigDef definition = SinkKeys.definition();
        Ported ported = Porting.read(properties, definition);
        Values values = new Values(definition, ported.properties());
        ported.addTo(values.problems());
        values.problems().addNearMisses(ported.properties().keySet(), names(definition), FOREIGN);
        StoreKeys.check(values);
        FileKeys.check(values);
        FolderKeys.check(values);
        DeliveryKeys.check(values);
        ported.repeatAtWrittenKeys(values.problemsOfKeys(), values.problems());
        ported.repeatAtWrittenKeys(values.problems(), values.problems());
        return new SettingsReader(properties.getOrDefault("name", "s3-sink"), values);
    }

    /** All names that somebody may have meant, those of other sinks included. */
    private static Set<String> names(ConfigDef definition) {
        Set<String> names = new HashSet<>(definition.names());
        names.addAll(Porting.names());
        return names;
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
        DeliverySettings delivery = DeliveryKeys.read(values);
        SegmentPool segments = SegmentPool.ofMost(delivery.memory() / SHARE_KEPT);
        RecordFormat format = FileKeys.format(values, segments);
        return new SinkSettings(
                name,
                StoreKeys.read(values, values.number(DeliveryKeys.UPLOADS_IN_FLIGHT) + 1),
                new ObjectNames(values.text(StoreKeys.PREFIX), format.extension()),
                FolderKeys.template(values),
                FolderKeys.times(values),
                format,
                segments,
                FileKeys.nullValues(values),
                delivery,
                values.duration(DeliveryKeys.FLUSH_TIMEOUT));
    }
}
