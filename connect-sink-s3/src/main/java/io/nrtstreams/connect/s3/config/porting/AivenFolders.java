package io.nrtstreams.connect.s3.config.porting;

import static io.nrtstreams.connect.s3.config.porting.PeerKey.translated;

import io.nrtstreams.connect.s3.config.porting.PeerKey.Trait;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which folder a record goes to with Aiven's template for file names. */
final class AivenFolders {
    private static final String TEMPLATE = "file.name.template";
    private static final String PREFIX = "aws.s3.prefix";
    private static final String OLD_PREFIX = "aws_s3_prefix";
    private static final String CLOCK = "file.name.timestamp.source";

    private AivenFolders() {}

    static List<PeerKey> keys() {
        PeerKey prefix = PeerKey.of(PREFIX, "", List.of("s3.prefix"), AivenFolders::prefix)
                .remark("Ends with a slash, as it is put before the name as it is; a template in it is refused.");
        return List.of(
                PeerKey.of(
                                TEMPLATE,
                                "{{topic}}-{{partition}}-{{start_offset}}",
                                List.of("partition.by", "s3.prefix"),
                                AivenFolders::template)
                        .with(Trait.DEFAULT_APPLIES)
                        .remark("The folders of it, which begin with `{{topic}}` or are texts; the file's own name is"
                                + " always that of this sink. `{{key}}`, which keeps the latest record of a key there,"
                                + " is refused."),
                prefix,
                prefix.olderName(OLD_PREFIX),
                PeerKey.of(CLOCK, "WALLCLOCK", List.of("timestamp.source"), AivenFolders::clock)
                        .with(Trait.DEFAULT_APPLIES)
                        .remark("`EVENT` is `record`; `WALLCLOCK` is refused where folders show a time."),
                translated("file.name.timestamp.timezone", "Z", "timezone", value -> value),
                translated("timestamp.timezone", "Z", "timezone", value -> value),
                translated("timestamp.source", "WALLCLOCK", "timestamp.source", AivenFolders::olderClock)
                        .remark("`EVENT` is `record`. `WALLCLOCK` has no effect, as only a template in `aws.s3.prefix`"
                                + " reads it there."));
    }

    private static String olderClock(String value) {
        return switch (value.toUpperCase(Locale.ROOT)) {
            case "WALLCLOCK" -> "";
            case "EVENT" -> "record";
            default -> value;
        };
    }

    /** Nothing where the template cannot be read, which its own key reports. */
    private static AivenTemplate readable(Given given) {
        try {
            return AivenTemplate.parse(given.value(TEMPLATE));
        } catch (IllegalArgumentException e) {
            return new AivenTemplate("", "");
        }
    }

    private static Outcome template(String value, Given given) {
        AivenTemplate template = AivenTemplate.parse(value);
        Map<String, String> settings = new HashMap<>();
        settings.put("partition.by", template.folders());
        if (!template.prefix().isEmpty()) {
            settings.put("s3.prefix", prefix(given, template));
        }
        return new Outcome.Becomes(
                settings,
                Map.of(),
                Optional.of(
                        "a file is called <topic>+<partition>+<first offset>.<extension> and lies in a folder of its"
                                + " topic; only the folders of the template are kept"));
    }

    private static Outcome prefix(String value, Given given) {
        if (value.contains("{{")) {
            return new Outcome.Refused("there is no template here: set s3.prefix to a fixed folder, and partition.by");
        }
        if (!value.endsWith("/")) {
            return new Outcome.Refused("it is put before the name as it is there, so that it is a folder only with a"
                    + " slash at its end; set s3.prefix instead");
        }
        return Outcome.becomes("s3.prefix", prefix(given, readable(given)));
    }

    /** Their prefix and the fixed folders that their template begins with. */
    private static String prefix(Given given, AivenTemplate template) {
        String fixed = given.set(PREFIX).or(() -> given.set(OLD_PREFIX)).orElse("");
        String whole = fixed + template.prefix();
        return whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    }

    private static Outcome clock(String value, Given given) {
        if (value.equalsIgnoreCase("EVENT")) {
            return Outcome.becomes("timestamp.source", "record");
        }
        if (!value.equalsIgnoreCase("WALLCLOCK")) {
            return new Outcome.Refused("expected EVENT");
        }
        return readable(given).folders().contains("{timestamp:")
                ? new Outcome.Refused(
                        "a wall clock gives a record that is read again another folder, and so would store"
                                + " it twice: set EVENT")
                : Outcome.settled();
    }
}
