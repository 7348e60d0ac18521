package io.nrtstreams.connect.cleaning;

import io.nrtstreams.connect.cleaning.text.CsvFormat;
import io.nrtstreams.connect.cleaning.text.JsonFormat;
import io.nrtstreams.connect.cleaning.text.Shape;
import io.nrtstreams.connect.cleaning.text.TextFormat;
import io.nrtstreams.connect.cleaning.text.TextParser;
import io.nrtstreams.connect.cleaning.text.Wrapping;
import io.nrtstreams.connect.kit.config.DataSize;
import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Problems;
import io.nrtstreams.connect.kit.config.Validators;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/**
 * The configuration of {@link Parse}.
 *
 * @param rejects how records are set aside
 */
record ParseSettings(TextParser parser, Rejects rejects) {
    private static final Key FORMAT = Key.string("format")
            .required()
            .validator(Validators.oneOf("csv", "json", "lenient-json"))
            .importance(Importance.HIGH)
            .doc("How the text is written: csv (one row, RFC 4180), json (one object), or lenient-json (also single"
                    + " quotes, None, True, False, NaN and trailing commas, as a Python dict prints).");
    private static final Key SCHEMA = Key.string("schema")
            .required()
            .validator(Validators.checking("fields parted by commas: name:type or name{…}", Shape::parse))
            .importance(Importance.HIGH)
            .doc("The fields of the record, for csv in the order of the columns, e.g. time:float64, category:string, or"
                    + " location{name:string, lat:float64}, tags:array<string>; types are string, int8, int16, int32, int64, float32,"
                    + " float64, boolean, array<type>, map<type> and, within these, records {…}.");
    private static final Key DELIMITER = Key.string("csv.delimiter")
            .defaultsTo(",")
            .validator(Validators.checking("one character, or \\t", ParseSettings::delimiter))
            .doc("What parts two columns: one character, e.g. ; or \\t for a tab.");
    private static final Key TEXT_IN = Key.string("text.in")
            .defaultsTo("plain")
            .validator(Validators.oneOf("plain", "json-string"))
            .importance(Importance.LOW)
            .doc(
                    "What the text comes in: plain, or json-string where a JsonConverter without schemas wrote it and bytes are"
                            + " read, as from a topic of rejects.");
    private static final Key MAX_SIZE = Key.dataSize("max.size", 1)
            .defaultsTo("1MB")
            .importance(Importance.LOW)
            .doc("The longest text that is read, in bytes of UTF-8, e.g. 64KB; a longer one is rejected.");

    static final ConfigDef KEYS = define();

    private static ConfigDef define() {
        ConfigDef keys = Key.define(new ConfigDef(), "Text", List.of(FORMAT, SCHEMA, DELIMITER, TEXT_IN, MAX_SIZE));
        return Key.define(keys, "Rejects", CommonKeys.OF_REJECTS);
    }

    /**
     * Reads the settings.
     *
     * @throws org.apache.kafka.common.config.ConfigException with everything that is wrong
     */
    static ParseSettings parse(String name, Map<String, String> given) {
        Problems problems = new Problems();
        CommonKeys.check(KEYS, given, problems);
        problems.throwIfAny();
        Map<String, Object> values = KEYS.parse(given);
        Shape shape = Shape.parse(text(values, SCHEMA));
        String format = text(values, FORMAT).toLowerCase(Locale.ROOT);
        if (format.equals("csv") && shape.isNested()) {
            problems.add(SCHEMA.name(), "a row of csv has no records within records; declare its columns only");
        }
        if (!format.equals("csv") && given.containsKey(DELIMITER.name())) {
            problems.add(DELIMITER.name(), "has no meaning for format " + format + "; leave it out");
        }
        problems.throwIfAny();
        TextFormat reader = switch (format) {
            case "csv" -> new CsvFormat(shape, delimiter(text(values, DELIMITER)));
            case "json" -> JsonFormat.strict(shape);
            default -> JsonFormat.lenient(shape);
        };
        Wrapping wrapping =
                text(values, TEXT_IN).equalsIgnoreCase("json-string") ? Wrapping.JSON_STRING : Wrapping.PLAIN;
        long mostBytes = DataSize.parse(text(values, MAX_SIZE)).bytes();
        return new ParseSettings(new TextParser(reader, wrapping, mostBytes), CommonKeys.rejects(name, values));
    }

    private static String text(Map<String, Object> values, Key key) {
        return String.valueOf(values.get(key.name()));
    }

    private static char delimiter(String text) {
        char delimiter = text.equals("\\t") ? '\t' : text.length() == 1 ? text.charAt(0) : '"';
        if (delimiter == '"' || delimiter == '\n' || delimiter == '\r') {
            throw new IllegalArgumentException(
                    "expected one character that is neither a double quote nor a line end," + " or \\t for a tab");
        }
        return delimiter;
    }
}
