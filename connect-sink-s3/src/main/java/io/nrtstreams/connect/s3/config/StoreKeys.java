package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Validators;
import io.nrtstreams.connect.s3.storage.StoreSettings;
import io.nrtstreams.connect.s3.storage.StoreSettings.Addressing;
import io.nrtstreams.connect.s3.storage.StoreSettings.Credentials;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.types.Password;

/** The keys that say where the bucket is and how it is spoken to. */
final class StoreKeys {
    static final String BUCKET = "s3.bucket";
    static final String REGION = "s3.region";
    static final String ENDPOINT = "s3.endpoint";
    static final String PATH_STYLE = "s3.path.style";
    static final String PREFIX = "s3.prefix";
    static final String ACCESS_KEY_ID = "s3.access.key.id";
    static final String SECRET_ACCESS_KEY = "s3.secret.access.key";
    static final String PART_SIZE = "s3.part.size";
    static final String ATTEMPTS = "s3.attempts";

    private static final Pattern BUCKET_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern REGION_NAME = Pattern.compile("[a-z0-9-]{2,40}");
    private static final Pattern PREFIX_NAME = Pattern.compile("[A-Za-z0-9!_.*'()=-]+(/[A-Za-z0-9!_.*'()=-]+)*");

    private StoreKeys() {}

    static List<Key> keys() {
        return List.of(
                Key.string(BUCKET)
                        .required()
                        .importance(Importance.HIGH)
                        .validator(Values.matching(
                                BUCKET_NAME, "a bucket name: 3 to 63 lower-case letters, digits, . and -"))
                        .doc("Name of the bucket; it must exist."),
                Key.string(REGION)
                        .importance(Importance.HIGH)
                        .validator(Values.matching(REGION_NAME, "a region such as eu-central-1"))
                        .doc(
                                "AWS region of the bucket, e.g. `eu-central-1`; without it the worker's environment decides."),
                Key.string(ENDPOINT)
                        .validator(Validators.checking("an http or https address", StoreKeys::endpoint))
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
                                "a folder such as lake/raw, without a slash at either end", StoreKeys::prefix))
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

    /** Notes what is wrong with the keys taken together. */
    static void check(Values values) {
        checkCredentials(values);
        if (values.areSound(PART_SIZE) && values.size(PART_SIZE) > Integer.MAX_VALUE) {
            values.problems().add(PART_SIZE, "expected a size of less than 2GB");
        }
    }

    private static void checkCredentials(Values values) {
        boolean id = values.has(ACCESS_KEY_ID);
        boolean secret = values.has(SECRET_ACCESS_KEY);
        if (id && !secret) {
            values.problems().add(SECRET_ACCESS_KEY, "expected, as s3.access.key.id is set");
        } else if (secret && !id) {
            values.problems().add(ACCESS_KEY_ID, "expected, as s3.secret.access.key is set");
        }
    }

    /** @param requests how many may run at the same time */
    static StoreSettings read(Values values, int requests) {
        return new StoreSettings(
                values.text(BUCKET),
                values.optional(REGION),
                values.optional(ENDPOINT).map(StoreKeys::endpoint),
                values.isTrue(PATH_STYLE) ? Addressing.PATH : Addressing.VIRTUAL_HOST,
                credentials(values),
                Math.toIntExact(values.size(PART_SIZE)),
                values.number(ATTEMPTS),
                requests);
    }

    private static Optional<Credentials> credentials(Values values) {
        return values.optional(ACCESS_KEY_ID)
                .map(id -> new Credentials(id, ((Password) values.value(SECRET_ACCESS_KEY)).value()));
    }

    private static URI endpoint(String text) {
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

    private static void prefix(String text) {
        boolean dots = Arrays.stream(text.split("/", -1)).anyMatch(step -> step.matches("\\.{1,2}"));
        if (!text.isEmpty() && (dots || !PREFIX_NAME.matcher(text).matches())) {
            throw new IllegalArgumentException("expected a folder such as lake/raw, without a slash at either end,"
                    + " of letters, digits and ! _ . * ' ( ) = -");
        }
    }
}
