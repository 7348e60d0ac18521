package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.DataSize;
import io.nrtstreams.connect.kit.config.Durations;
import io.nrtstreams.connect.kit.config.Problems;
import io.nrtstreams.connect.kit.data.FieldPath;
import io.nrtstreams.connect.s3.delivery.DeliverySettings;
import io.nrtstreams.connect.s3.delivery.DeliverySettings.Guarantee;
import io.nrtstreams.connect.s3.delivery.ObjectNames;
import io.nrtstreams.connect.s3.delivery.RotationPolicy;
import io.nrtstreams.connect.s3.file.Compression;
import io.nrtstreams.connect.s3.format.Csv;
import io.nrtstreams.connect.s3.format.Envelope;
import io.nrtstreams.connect.s3.format.JsonLines;
import io.nrtstreams.connect.s3.format.RecordFormat;
import io.nrtstreams.connect.s3.path.PathTemplate;
import io.nrtstreams.connect.s3.path.TimeSettings;
import io.nrtstreams.connect.s3.path.TimestampSource;
import io.nrtstreams.connect.s3.storage.StoreSettings;
import io.nrtstreams.connect.s3.storage.StoreSettings.Addressing;
import io.nrtstreams.connect.s3.storage.StoreSettings.Credentials;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** Reads properties: first everything that is wrong with them, then, if nothing is, the settings. */
final class SettingsReader {
    /** Keys of the framework, and of what it configures beside the sink. */
    private static final List<String> FOREIGN = List.of(
            "consumer.override.",
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

    private final Map<String, @Nullable Object> values = new HashMap<>();
    /** Keys whose values can be read. */
    private final Set<String> sound = new HashSet<>();
    /** What each key's own definition says. */
    private final Problems ofKeys = new Problems();
    /** What is wrong beyond that. */
    private final Problems problems = new Problems();

    private SettingsReader() {}

    static SettingsReader of(Map<String, String> properties) {
        ConfigDef definition = SinkKeys.definition();
        SettingsReader reader = new SettingsReader();
        for (ConfigValue value : definition.validate(properties)) {
            value.errorMessages().forEach(message -> reader.ofKeys.add(value.name(), message));
            if (value.errorMessages().isEmpty()) {
                reader.sound.add(value.name());
            }
            reader.values.put(value.name(), value.value());
        }
        reader.problems.addNearMisses(properties.keySet(), definition, FOREIGN);
        reader.checkTogether();
        return reader;
    }

    /** What is wrong beyond what {@link ConfigDef#validate} finds. */
    Problems problems() {
        return problems;
    }

    void throwIfWrong() {
        List<String> messages = Stream.of(ofKeys, problems)
                .flatMap(some -> some.messages().stream())
                .toList();
        if (!messages.isEmpty()) {
            throw new ConfigException(String.join("; ", messages));
        }
    }

    private void checkTogether() {
        checkCredentials();
        if (areSound(SinkKeys.ENVELOPE)) {
            problems.parse(SinkKeys.ENVELOPE, this::envelope).ifPresent(this::checkAgainst);
        }
        if (areSound(SinkKeys.FORMAT, SinkKeys.CSV_COLUMNS)) {
            checkCsvColumns();
        }
        if (areSound(SinkKeys.ROTATE_BYTES, SinkKeys.MEMORY_BUDGET)) {
            checkMemory();
        }
        if (areSound(SinkKeys.PART_SIZE) && size(SinkKeys.PART_SIZE) > Integer.MAX_VALUE) {
            problems.add(SinkKeys.PART_SIZE, "expected a size of less than 2GB");
        }
    }

    private boolean areSound(String... keys) {
        return sound.containsAll(List.of(keys));
    }

    private void checkCredentials() {
        boolean id = values.get(SinkKeys.ACCESS_KEY_ID) != null;
        boolean secret = values.get(SinkKeys.SECRET_ACCESS_KEY) != null;
        if (id && !secret) {
            problems.add(SinkKeys.SECRET_ACCESS_KEY, "expected, as s3.access.key.id is set");
        } else if (secret && !id) {
            problems.add(SinkKeys.ACCESS_KEY_ID, "expected, as s3.secret.access.key is set");
        }
    }

    private void checkAgainst(Envelope envelope) {
        if (areSound(SinkKeys.CSV_COLUMNS)) {
            problems.parse(SinkKeys.CSV_COLUMNS, () -> Csv.ofColumns(envelope, csvColumns()));
        }
        boolean hasKey = envelope.columns().contains(Envelope.Column.KEY);
        if (areSound(SinkKeys.NULL_VALUES) && nullValues() == NullValues.WRITE && !hasKey) {
            problems.add(
                    SinkKeys.NULL_VALUES,
                    "write stores the envelope of a record without a value, which says nothing without its key: set"
                            + " envelope with key, or null.values=skip");
        }
    }

    private void checkCsvColumns() {
        if (!list(SinkKeys.CSV_COLUMNS).isEmpty() && !word(SinkKeys.FORMAT).equals("csv")) {
            problems.add(SinkKeys.CSV_COLUMNS, "has a meaning only with format=csv");
        }
    }

    private void checkMemory() {
        if (size(SinkKeys.ROTATE_BYTES) > size(SinkKeys.MEMORY_BUDGET)) {
            problems.add(
                    SinkKeys.ROTATE_BYTES,
                    "a file of this size does not fit memory.budget, which all files of a task share");
        }
    }

    SinkSettings settings() {
        Compression compression = Compression.valueOf(word(SinkKeys.COMPRESSION).toUpperCase(Locale.ROOT));
        RecordFormat format = format();
        return new SinkSettings(
                store(),
                new ObjectNames(text(SinkKeys.PREFIX), format.extension() + compression.extension()),
                path(),
                format,
                nullValues(),
                compression,
                number(SinkKeys.COMPRESSION_LEVEL),
                delivery(),
                duration(SinkKeys.FLUSH_TIMEOUT));
    }

    private StoreSettings store() {
        return new StoreSettings(
                text(SinkKeys.BUCKET),
                optional(SinkKeys.REGION),
                optional(SinkKeys.ENDPOINT).map(SinkKeys::endpoint),
                value(SinkKeys.PATH_STYLE).equals(true) ? Addressing.PATH : Addressing.VIRTUAL_HOST,
                credentials(),
                Math.toIntExact(size(SinkKeys.PART_SIZE)),
                number(SinkKeys.ATTEMPTS),
                number(SinkKeys.UPLOADS_IN_FLIGHT) + 1);
    }

    private Optional<Credentials> credentials() {
        return optional(SinkKeys.ACCESS_KEY_ID)
                .map(id -> new Credentials(id, ((Password) value(SinkKeys.SECRET_ACCESS_KEY)).value()));
    }

    private RecordFormat format() {
        if (word(SinkKeys.FORMAT).equals("json")) {
            return new JsonLines(envelope());
        }
        List<FieldPath> columns = csvColumns();
        return columns.isEmpty() ? Csv.ofRecords(envelope()) : Csv.ofColumns(envelope(), columns);
    }

    private List<FieldPath> csvColumns() {
        return list(SinkKeys.CSV_COLUMNS).stream().map(FieldPath::parse).toList();
    }

    private Envelope envelope() {
        return Envelope.of(list(SinkKeys.ENVELOPE));
    }

    private NullValues nullValues() {
        return NullValues.valueOf(word(SinkKeys.NULL_VALUES).toUpperCase(Locale.ROOT));
    }

    private PathTemplate path() {
        TimeSettings time =
                new TimeSettings(SinkKeys.zone(text(SinkKeys.TIMEZONE)), SinkKeys.locale(text(SinkKeys.LOCALE)));
        return PathTemplate.parse(
                text(SinkKeys.PARTITION_BY), TimestampSource.parse(text(SinkKeys.TIMESTAMP_SOURCE)), time);
    }

    private DeliverySettings delivery() {
        Guarantee guarantee =
                word(SinkKeys.DELIVERY).equals("exactly-once") ? Guarantee.EXACTLY_ONCE : Guarantee.AT_LEAST_ONCE;
        RotationPolicy rotation = new RotationPolicy(
                (Long) value(SinkKeys.ROTATE_RECORDS), size(SinkKeys.ROTATE_BYTES), duration(SinkKeys.ROTATE_AGE));
        return new DeliverySettings(
                guarantee,
                rotation,
                size(SinkKeys.MEMORY_BUDGET),
                number(SinkKeys.UPLOADS_IN_FLIGHT),
                duration(SinkKeys.RETRY_TIMEOUT));
    }

    private Object value(String key) {
        return Objects.requireNonNull(values.get(key), key);
    }

    private String text(String key) {
        return value(key).toString();
    }

    private String word(String key) {
        return text(key).trim().toLowerCase(Locale.ROOT);
    }

    private Optional<String> optional(String key) {
        return Optional.ofNullable(values.get(key)).map(Object::toString);
    }

    private int number(String key) {
        return (Integer) value(key);
    }

    private long size(String key) {
        return DataSize.parse(text(key)).bytes();
    }

    private Duration duration(String key) {
        return Durations.parse(text(key));
    }

    private List<String> list(String key) {
        return ((List<?>) value(key)).stream().map(Object::toString).toList();
    }
}
