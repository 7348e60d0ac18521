package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Validators;
import io.nrtstreams.connect.s3.storage.StoreSettings;
import io.nrtstreams.connect.s3.storage.StoreSettings.Addressing;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The keys that say where the bucket is; with those of credentials, objects, encryption and requests, all of the store. */
final class StoreKeys {
    static final String BUCKET = "s3.bucket";
    static final String REGION = "s3.region";
    static final String ENDPOINT = "s3.endpoint";
    static final String PATH_STYLE = "s3.path.style";
    static final String PREFIX = "s3.prefix";
    static final String VALIDATE_CONNECTION = "validate.connection";

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
                        .validator(region())
                        .doc(
                                "AWS region of the bucket, e.g. `eu-central-1`; without it the worker's environment decides."),
                Key.string(ENDPOINT)
                        .validator(Validators.checking("an http or https address", StoreKeys::address))
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
                Key.of(VALIDATE_CONNECTION, ConfigDef.Type.BOOLEAN)
                        .defaultsTo(false)
                        .importance(Importance.LOW)
                        .doc(
                                "Whether validating this configuration also asks the store, for at most 10 s: that the bucket"
                                        + " is there, may be listed and refuses to create an object twice."));
    }

    /** Notes what is wrong with the keys taken together. */
    static void check(Values values) {
        CredentialKeys.check(values);
        ObjectKeys.check(values);
        EncryptionKeys.check(values);
        RequestKeys.check(values);
    }

    /** @param requests how many may run at the same time */
    static StoreSettings read(Values values, int requests) {
        return new StoreSettings(
                values.text(BUCKET),
                values.optional(REGION),
                values.optional(ENDPOINT).map(StoreKeys::address),
                values.isTrue(PATH_STYLE) ? Addressing.PATH : Addressing.VIRTUAL_HOST,
                CredentialKeys.read(values),
                EncryptionKeys.read(values),
                ObjectKeys.read(values),
                Math.toIntExact(values.size(ObjectKeys.PART_SIZE)),
                RequestKeys.retries(values),
                RequestKeys.transport(values, requests));
    }

    static ConfigDef.Validator region() {
        return Values.matching(REGION_NAME, "a region such as eu-central-1");
    }

    /** An http or https address with a host. */
    static URI address(String text) {
        try {
            URI address = URI.create(text.trim());
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (http && address.getHost() != null && address.getUserInfo() == null) {
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
