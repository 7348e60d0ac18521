package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.kit.config.Suggestions;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The operations of the rule language, each with its documentation. A new operation is one more constant. */
public enum OperationKind {
    TRIM("trim", "", "takes blanks of every kind off both ends of text", "trim"),
    COLLAPSE("collapse", "", "makes one space of every run of blanks within text", "collapse"),
    UPPER("upper", "", "puts text in upper case, by the same rules everywhere", "upper"),
    LOWER("lower", "", "puts text in lower case, by the same rules everywhere", "lower"),
    CAPITALIZE("capitalize", "", "puts the first character of text in upper case", "capitalize"),
    NFC("nfc", "", "composes text by Unicode's normal form C, so that what looks the same is the same", "nfc"),
    STRIP_CONTROL(
            "strip-control",
            "",
            "takes control and format characters (Unicode Cc and Cf but the joiners U+200C and U+200D) and halves of"
                    + " surrogate pairs out of text",
            "strip-control"),
    REPLACE(
            "replace",
            "'expression' with 'text'",
            "replaces all that the regular expression (java.util.regex) finds in text; `$1` stands for a group",
            "replace ' kWh$' with ''"),
    NULL_IF(
            "null-if",
            "'text' …",
            "makes null of tokens that stand for a missing value; of a number that equals one, too",
            "null-if 'Null' '' '-9999'"),
    DEFAULT(
            "default",
            "value",
            "fills a field that is null or missing; the value must be of the field's type",
            "default 'unknown'"),
    REQUIRE("require", "", "refuses a field that is null or missing", "require"),
    TO(
            "to",
            "type [locale 'tag'] [rounding mode]",
            "converts to string, int8, int16, int32, int64, float32, float64, boolean or timestamp, never with silent loss:"
                    + " `1e3` and `12.0` are whole numbers, `12.5` is one only by `rounding half-up` (half-even, half-down,"
                    + " up, down, ceiling, floor), and only true, yes, 1, false, no and 0 are booleans",
            "to float64 locale 'de-DE' else null"),
    UNIT(
            "unit",
            "[unit] to unit",
            "converts numbers from one unit to another, or text that has its unit behind it, such as `72 °F`",
            "unit mph to km/h"),
    TIMESTAMP(
            "timestamp",
            "['pattern' …] [zone 'zone'\\|zone-from path] [locale 'tag'] [gap shift\\|reject] [overlap"
                    + " earlier\\|later\\|reject]",
            "makes a timestamp of text, by patterns of java.time or ISO 8601, and of numbers, by their magnitude",
            "timestamp 'yyyy-MM-dd H:mm' zone-from location.tz_id"),
    FORMAT(
            "format",
            "'pattern' [zone 'zone'] [locale 'tag']",
            "writes a timestamp as text",
            "timestamp | format 'yyyy-MM-dd' zone 'Asia/Kolkata'"),
    EPOCH(
            "epoch",
            "s\\|ms\\|us\\|ns",
            "makes a whole number of a timestamp, in that unit since 1970",
            "timestamp | epoch s"),
    RANGE(
            "range",
            "a..b",
            "refuses numbers outside of the bounds, which are inclusive and may be left open; of timestamps where the bounds"
                    + " are such, `2000-01-01..2100-01-01`",
            "range 0..100"),
    CLAMP(
            "clamp",
            "a..b",
            "takes numbers beyond the bounds to the nearest one within that their type holds",
            "clamp 0..100"),
    OUTLIER(
            "outlier",
            "zscore\\|mad limit [over N] [warmup N] [per path] [keys N]",
            "refuses numbers more than so many deviations from the last `over` (100) of their series, once there are"
                    + " `warmup` (20): from the mean in standard deviations, or from the median in median absolute deviations",
            "outlier mad 6 over 50 per device"),
    LAST_KNOWN(
            "last-known",
            "within age [per path] [keys N]",
            "fills a field that is null or missing with the last value of its series, if its record is not older than that",
            "last-known within 10m per device"),
    ENUM("enum", "'text' …", "refuses what is not one of the listed texts", "enum 'on' 'off'"),
    REGEX(
            "regex",
            "'expression'",
            "refuses text that the regular expression (java.util.regex) does not match as a whole",
            "regex '[A-Z]{2}[0-9]+'"),
    LENGTH(
            "length",
            "a..b",
            "refuses text whose number of Unicode characters is outside of the bounds",
            "length 1..64"),
    MAP(
            "map",
            "'from'='to' …",
            "replaces whole texts, and leaves alone those that are not listed",
            "map 'Pune India'='Pune' 'Fullerton US'='Fullerton'"),
    MASK(
            "mask",
            "['character'] [first N] [last N]",
            "puts `*` or the character in the place of all but the first and last characters, and makes text of it",
            "mask last 4"),
    HMAC(
            "hmac",
            "[sha256\\|sha512] [hex\\|base64]",
            "puts a keyed hash in the place of a value, as text; the secret is `hmac.key`",
            "hmac"),
    RENAME("rename", "'name'", "gives the field another name within its record, after all its rules", "rename 'city'"),
    DROP("drop", "", "leaves the field out of its record, after all its rules", "drop");

    private final String label;
    private final String arguments;
    private final String meaning;
    private final String example;

    OperationKind(String label, String arguments, String meaning, String example) {
        this.label = label;
        this.arguments = arguments;
        this.meaning = meaning;
        this.example = example;
    }

    /** The name in a rule. */
    public String label() {
        return label;
    }

    /** What follows the name, empty where nothing does. */
    public String arguments() {
        return arguments;
    }

    /** What it does, as the end of a sentence that begins with its name. */
    public String meaning() {
        return meaning;
    }

    /** A rule that uses it. */
    public String example() {
        return example;
    }

    /**
     * The operation with its arguments.
     *
     * @param name its name as it stands in the rule
     * @throws TextMistake if they are none for it
     */
    Operation parse(Token name, Arguments given, RuleSettings settings) {
        return switch (this) {
            case TRIM -> TextOperation.TRIM;
            case COLLAPSE -> TextOperation.COLLAPSE;
            case UPPER -> TextOperation.UPPER;
            case LOWER -> TextOperation.LOWER;
            case CAPITALIZE -> TextOperation.CAPITALIZE;
            case NFC -> TextOperation.NFC;
            case STRIP_CONTROL -> TextOperation.STRIP_CONTROL;
            case REPLACE -> ReplaceAll.parse(given);
            case CLAMP -> Clamp.parse(given.next());
            case OUTLIER -> Outlier.parse(given);
            case LAST_KNOWN -> LastKnown.parse(given);
            case MASK -> Mask.parse(given);
            case HMAC -> Hmac.parse(name, given, settings);
            case NULL_IF -> new NullIf(given.values("a token in quotes"));
            case DEFAULT -> new Default(given.filling("a value"));
            case REQUIRE -> new Require();
            case TO -> Convert.parse(type(given), given);
            case UNIT -> ConvertUnit.parse(given);
            case TIMESTAMP -> ReadTime.parse(given);
            case FORMAT -> WriteTime.parse(given);
            case EPOCH -> Epoch.parse(given);
            case RANGE -> new Range(Bounds.parse(given.next()));
            case ENUM -> new Choice(texts(given));
            case REGEX -> Matches.of(given.value("a regular expression in quotes"));
            case LENGTH -> new Length(Bounds.ofNumbers(given.next()));
            case MAP -> new Replace(given.pairs());
            case RENAME -> Placement.Rename.parse(given.value("a name"));
            case DROP -> new Placement.Drop();
        };
    }

    /**
     * The operation that a token names.
     *
     * @throws TextMistake if there is none; the message has the nearest name
     */
    static OperationKind named(Token token) {
        for (OperationKind kind : values()) {
            if (token.isWord(kind.label)) {
                return kind;
            }
        }
        List<String> labels = Arrays.stream(values()).map(OperationKind::label).toList();
        throw new TextMistake(token.column(), "expected an operation, found " + token.shown() + meant(token, labels));
    }

    private static ScalarType type(Arguments arguments) {
        Literal name = arguments.value("a type");
        ScalarType type = ScalarType.named(name.text());
        if (type == null) {
            throw new TextMistake(
                    name.column(), "expected a type, found " + name.text() + meant(name.text(), ScalarType.labels()));
        }
        return type;
    }

    private static Set<String> texts(Arguments arguments) {
        Set<String> texts = new LinkedHashSet<>();
        arguments.values("a text in quotes").forEach(literal -> texts.add(literal.text()));
        return texts;
    }

    private static String meant(Token token, List<String> names) {
        return token.type() == Token.Type.WORD ? meant(token.text(), names) : "; there are " + String.join(", ", names);
    }

    private static String meant(String word, List<String> names) {
        return Suggestions.nearest(word, names)
                .map(name -> "; did you mean " + name + "?")
                .orElse("; there are " + String.join(", ", names));
    }
}
