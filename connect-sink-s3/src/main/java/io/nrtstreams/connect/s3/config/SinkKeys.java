package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Validators;
import io.nrtstreams.connect.kit.data.FieldPath;
import io.nrtstreams.connect.s3.format.Envelope;
import io.nrtstreams.connect.s3.path.PathTemplate;
import io.nrtstreams.connect.s3.path.TimeSettings;
import io.nrtstreams.connect.s3.path.TimestampSource;
import io.nrtstreams.connect.s3.storage.StoreSettings;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The sink's configuration keys. */
public final class SinkKeys {
    static final String BUCKET = "s3.bucket";
    static final String REGION = "s3.region";
    static final String ENDPOINT = "s3.endpoint";
    static final String PATH_STYLE = "s3.path.style";
    static final String PREFIX = "s3.prefix";
    static final String ACCESS_KEY_ID = "s3.access.key.id";
    static final String SECRET_ACCESS_KEY = "s3.secret.access.key";
    static final String PART_SIZE = "s3.part.size";
    static final String ATTEMPTS = "s3.attempts";

    static final String FORMAT = "format";
    static final String CSV_COLUMNS = "csv.columns";
    static final String ENVELOPE = "envelope";
    static final String NULL_VALUES = "null.values";
    static final String COMPRESSION = "compression";
    static final String COMPRESSION_LEVEL = "compression.level";

    static final String PARTITION_BY = "partition.by";
    static final String TIMESTAMP_SOURCE = "timestamp.source";
    static final String TIMEZONE = "timezone";
    static final String LOCALE = "locale";

    static final String ROTATE_RECORDS = "rotate.records";
    static final String ROTATE_BYTES = "rotate.bytes";
    static final String ROTATE_AGE = "rotate.age";

    static final String DELIVERY = "delivery";
    static final String MEMORY_BUDGET = "memory.budget";
    static final String UPLOADS_IN_FLIGHT = "uploads.in.flight";
    static final String RETRY_TIMEOUT = "retry.timeout";
    static final String FLUSH_TIMEOUT = "flush.timeout";

    private static final Pattern BUCKET_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern REGION_NAME = Pattern.compile("[a-z0-9-]{2,40}");
    private static final Pattern PREFIX_NAME = Pattern.compile("[A-Za-z0-9!_.*'()=-]+(/[A-Za-z0-9!_.*'()=-]+)*");

    private SinkKeys() {}

    /** The definition of all keys. */
    public static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        Key.define(definition, "Store", store());
        Key.define(definition, "Files", files());
        Key.define(definition, "Folders", folders());
        Key.define(definition, "Rotation", rotation());
        return Key.define(definition, "Delivery", delivery());
    }

    private static List<Key> store() {
        return List.of(
                Key.string(BUCKET)
                        .required()
                        .importance(Importance.HIGH)
                        .validator(matching(BUCKET_NAME, "a bucket name: 3 to 63 lower-case letters, digits, . and -"))
                        .doc("Name of the bucket; it must exist."),
                Key.string(REGION)
                        .importance(Importance.HIGH)
                        .validator(matching(REGION_NAME, "a region such as eu-central-1"))
                        .doc(
                                "AWS region of the bucket, e.g. `eu-central-1`; without it the worker's environment decides."),
                Key.string(ENDPOINT)
                        .validator(Validators.checking("an http or https address", SinkKeys::endpoint))
                        .doc("Address of a store other than AWS, e.g. `http://127.0.0.1:9000`."),
                Key.of(PATH_STYLE, ConfigDef.Type.BOOLEAN)
                        .defaultsTo(false)
                        .doc(
                                "Whether the bucket is named in the path rather than in the host name, as most stores other"
                                        + " than AWS need."),
                Key.string(PREFIX)
                        .defaultsTo("")
                        .importance(Importance.HIGH)
                        .validator(Validators.checking(
                                "a folder such as lake/raw, without a slash at either end", text -> {
                                    boolean dots = Arrays.stream(text.split("/", -1))
                                            .anyMatch(step -> step.matches("\\.{1,2}"));
                                    if (!text.isEmpty()
                                            && (dots
                                                    || !PREFIX_NAME
                                                            .matcher(text)
                                                            .matches())) {
                                        throw new IllegalArgumentException(
                                                "expected a folder such as lake/raw, without a slash at"
                                                        + " either end, of letters, digits and ! _ . * ' ( ) = -");
                                    }
                                }))
                        .doc("Folder in the bucket under which everything is stored, e.g. `lake`."),
                Key.string(ACCESS_KEY_ID)
                        .doc("Access key id; without it the AWS default credential chain is used (environment, profile,"
                                + " web identity, instance role)."),
                Key.password(SECRET_ACCESS_KEY).doc("Secret that belongs to `s3.access.key.id`."),
                Key.dataSize(PART_SIZE, StoreSettings.LEAST_PART_SIZE)
                        .defaultsTo("8MB")
                        .importance(Importance.LOW)
                        .doc("An object larger than this is uploaded in parts of this size."),
                Key.of(ATTEMPTS, ConfigDef.Type.INT)
                        .defaultsTo(4)
                        .validator(ConfigDef.Range.between(1, 20))
                        .importance(Importance.LOW)
                        .doc("How often a request is tried at once, with growing pauses, before `retry.timeout` takes"
                                + " over."));
    }

    private static List<Key> files() {
        return List.of(
                Key.string(FORMAT)
                        .defaultsTo("json")
                        .importance(Importance.HIGH)
                        .validator(Validators.oneOf("json", "csv"))
                        .doc("`json`: one JSON value a line; `csv`: a header row and RFC 4180 quoting."),
                Key.of(CSV_COLUMNS, ConfigDef.Type.LIST)
                        .defaultsTo(List.of())
                        .validator(elements("field paths such as time,location.name", FieldPath::parse))
                        .doc(
                                "Fields of the value that become CSV columns, in this order, e.g. `time,location.name` (the"
                                        + " column `location_name`); without it the fields of the records decide."),
                Key.of(ENVELOPE, ConfigDef.Type.LIST)
                        .defaultsTo(List.of())
                        .importance(Importance.HIGH)
                        .validator(elements(
                                "a list of key, headers, timestamp, topic, partition, offset",
                                part -> Envelope.of(List.of(part))))
                        .doc("What of the Kafka record is stored beside its value, as columns in front of it:"
                                + " `kafka_key`, `kafka_headers`, `kafka_timestamp`, `kafka_topic`,"
                                + " `kafka_partition`, `kafka_offset`; e.g. `key,partition,offset`."),
                Key.string(NULL_VALUES)
                        .defaultsTo("skip")
                        .validator(Validators.oneOf("skip", "fail", "write"))
                        .doc(
                                "What becomes of a record without a value: `skip` it, `fail` it as a bad record, or `write`"
                                        + " its envelope, which needs `envelope` with `key`."),
                Key.string(COMPRESSION)
                        .defaultsTo("none")
                        .importance(Importance.HIGH)
                        .validator(Validators.oneOf("none", "gzip"))
                        .doc("`none`, or `gzip`, which adds `.gz` to the name."),
                Key.of(COMPRESSION_LEVEL, ConfigDef.Type.INT)
                        .defaultsTo(6)
                        .validator(ConfigDef.Range.between(1, 9))
                        .importance(Importance.LOW)
                        .doc("From 1 (fast) to 9 (small)."));
    }

    private static List<Key> folders() {
        return List.of(
                Key.string(PARTITION_BY)
                        .defaultsTo("partition={partition}")
                        .importance(Importance.HIGH)
                        .validator(Validators.checking("a path template", SinkKeys::template))
                        .doc("Folder of a record below its topic: text and `{topic}`, `{partition}`,"
                                + " `{timestamp:<pattern>}`, `{value.<path>}`, `{key}`, `{key.<path>}`,"
                                + " `{header.<name>}`, e.g. `dt={timestamp:yyyy-MM-dd}/city={value.location.name}`."),
                Key.string(TIMESTAMP_SOURCE)
                        .defaultsTo("record")
                        .validator(Validators.checking("record, or field:<path>", TimestampSource::parse))
                        .doc(
                                "Time of `{timestamp:…}`: `record` for the Kafka timestamp, or `field:<path>` for a field of"
                                        + " the value (milliseconds, a Connect timestamp, or ISO-8601 text)."),
                Key.string(TIMEZONE)
                        .defaultsTo("UTC")
                        .validator(Validators.checking("a zone such as UTC or Europe/Berlin", SinkKeys::zone))
                        .doc("Zone of the dates in folders, e.g. `Europe/Berlin`."),
                Key.string(LOCALE)
                        .defaultsTo("en")
                        .importance(Importance.LOW)
                        .validator(Validators.checking("a language tag such as en or de-CH", SinkKeys::locale))
                        .doc("Language of month and day names in folders, e.g. `de-CH`."));
    }

    private static List<Key> rotation() {
        return List.of(
                Key.of(ROTATE_RECORDS, ConfigDef.Type.LONG)
                        .defaultsTo(1_000_000L)
                        .importance(Importance.HIGH)
                        .validator(ConfigDef.Range.atLeast(1))
                        .doc("A file is closed when it has this many records."),
                Key.dataSize(ROTATE_BYTES, 1)
                        .defaultsTo("64MB")
                        .importance(Importance.HIGH)
                        .doc("A file is closed when it is about this large, as stored."),
                Key.duration(ROTATE_AGE, Duration.ofMillis(100))
                        .defaultsTo("10m")
                        .importance(Importance.HIGH)
                        .doc(
                                "A file is closed when it has been open this long, whether or not records come, e.g. `5m`."));
    }

    private static List<Key> delivery() {
        return List.of(
                Key.string(DELIVERY)
                        .defaultsTo("exactly-once")
                        .importance(Importance.HIGH)
                        .validator(Validators.oneOf("exactly-once", "at-least-once"))
                        .doc("`exactly-once` by conditional writes, or `at-least-once` for a store that has none."),
                Key.dataSize(MEMORY_BUDGET, 1 << 20)
                        .defaultsTo("128MB")
                        .importance(Importance.HIGH)
                        .doc(
                                "Memory of a task for all files that are open or being uploaded; when it is full the largest"
                                        + " are uploaded early and no more records are fetched."),
                Key.of(UPLOADS_IN_FLIGHT, ConfigDef.Type.INT)
                        .defaultsTo(4)
                        .validator(ConfigDef.Range.between(1, 256))
                        .doc("Requests of a task to the store at the same time."),
                Key.duration(RETRY_TIMEOUT, Duration.ZERO)
                        .defaultsTo("10m")
                        .doc(
                                "How long files are held and tried again while the store is busy or out of reach, before the"
                                        + " task fails."),
                Key.duration(FLUSH_TIMEOUT, Duration.ZERO)
                        .defaultsTo("4s")
                        .doc(
                                "How long a task that stops, or loses a partition, waits for its open files to be uploaded;"
                                        + " below the worker's `task.shutdown.graceful.timeout.ms` (5s)."));
    }

    static URI endpoint(String text) {
        try {
            URI address = URI.create(text.trim());
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (http && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // The message below covers this as well, and does not repeat a text that may hold credentials.
        }
        throw new IllegalArgumentException("expected an address such as http://127.0.0.1:9000");
    }

    static ZoneId zone(String text) {
        try {
            return ZoneId.of(text.trim());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected a zone such as UTC, Europe/Berlin or +05:30", e);
        }
    }

    static Locale locale(String text) {
        Locale locale = Locale.forLanguageTag(text.trim());
        if (locale.getLanguage().isEmpty()) {
            throw new IllegalArgumentException("expected a language tag such as en or de-CH");
        }
        return locale;
    }

    /** Checks the template by itself; where its times come from does not matter to its form. */
    private static void template(String text) {
        PathTemplate.parse(text, new TimestampSource.OfRecord(), new TimeSettings(ZoneOffset.UTC, Locale.ENGLISH));
    }

    private static ConfigDef.Validator matching(Pattern pattern, String shown) {
        return Validators.checking(shown, text -> {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException("expected " + shown);
            }
        });
    }

    private static ConfigDef.Validator elements(String shown, java.util.function.Consumer<String> element) {
        return new ListElements(shown, element);
    }
}
