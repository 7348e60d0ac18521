package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Validators;
import io.nrtstreams.connect.kit.data.FieldPath;
import io.nrtstreams.connect.s3.file.Compression;
import io.nrtstreams.connect.s3.format.CsvDialect;
import io.nrtstreams.connect.s3.format.CsvDialect.Header;
import io.nrtstreams.connect.s3.format.CsvDialect.LineEnd;
import io.nrtstreams.connect.s3.format.Envelope;
import io.nrtstreams.connect.s3.format.FormatSettings;
import io.nrtstreams.connect.s3.format.Formats;
import io.nrtstreams.connect.s3.format.RecordFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The keys of {@code format=csv}. */
final class CsvKeys {
    static final String COLUMNS = "csv.columns";
    static final String HEADER = "csv.header";
    static final String DELIMITER = "csv.delimiter";
    static final String NULL = "csv.null";
    static final String LINE_END = "csv.line.end";

    private static final List<String> ALL = List.of(COLUMNS, HEADER, DELIMITER, NULL, LINE_END);

    private CsvKeys() {}

    static List<Key> keys() {
        return List.of(
                Key.of(COLUMNS, ConfigDef.Type.LIST)
                        .defaultsTo(List.of())
                        .validator(new ListElements("field paths such as time,location.name", FieldPath::parse))
                        .doc(
                                "Fields of the value that become CSV columns, in this order, e.g. `time,location.name` (the"
                                        + " column `location_name`); without it the fields of the records decide."),
                Key.of(HEADER, ConfigDef.Type.BOOLEAN)
                        .defaultsTo(true)
                        .doc("Whether a CSV file begins with the names of its columns; `false` needs `csv.columns`."),
                Key.string(DELIMITER)
                        .defaultsTo(",")
                        .validator(Validators.checking(
                                "one ASCII character, no letter, digit, sign, point, quote or line break",
                                CsvKeys::delimiterUnlessBlank))
                        .doc("What stands between two cells of a CSV row, e.g. `;`, `|`, or `\\t` for a tab."),
                Key.string(NULL)
                        .defaultsTo("")
                        .validator(Values.matching(
                                Pattern.compile("[^\"\\r\\n]*"),
                                "a text without delimiter, quote or line break that is no number"))
                        .doc("What a CSV cell without a value holds, e.g. `NULL`; a text equal to it has quotes, and an"
                                + " empty text always has."),
                Key.string(LINE_END)
                        .defaultsTo("lf")
                        .importance(Importance.LOW)
                        .validator(Validators.oneOf("lf", "crlf"))
                        .doc("What ends a CSV row: `lf`, or `crlf` as on Windows."));
    }

    /** Notes what is wrong with the keys taken together. */
    static void check(Values values, Envelope envelope) {
        if (!values.areSound(FileKeys.FORMAT) || !values.word(FileKeys.FORMAT).equals("csv")) {
            FileKeys.refuseUnless("csv", ALL, values);
            return;
        }
        checkColumns(values, envelope);
        if (values.areSound(DELIMITER)) {
            values.problems()
                    .parse(DELIMITER, () -> delimiter(values.exactText(DELIMITER)))
                    .ifPresent(delimiter -> checkNull(values, delimiter));
        }
    }

    private static void checkColumns(Values values, Envelope envelope) {
        if (!values.areSound(COLUMNS)) {
            return;
        }
        values.problems().parse(COLUMNS, () -> columnsBeside(envelope, values));
        if (values.areSound(HEADER) && !values.isTrue(HEADER) && columns(values).isEmpty()) {
            values.problems()
                    .add(
                            HEADER,
                            "without a header nothing says which column is which: name the columns in csv.columns");
        }
    }

    private static void checkNull(Values values, char delimiter) {
        if (values.areSound(NULL)) {
            values.problems()
                    .parse(NULL, () -> new CsvDialect(delimiter, values.text(NULL), LineEnd.LF, Header.WRITTEN));
        }
    }

    private static RecordFormat columnsBeside(Envelope envelope, Values values) {
        FormatSettings settings = new FormatSettings(envelope, Compression.NONE, 0);
        return Formats.csv(settings, columns(values), CsvDialect.usual());
    }

    static RecordFormat read(Values values, FormatSettings settings) {
        Header header = values.isTrue(HEADER) ? Header.WRITTEN : Header.LEFT_OUT;
        LineEnd lineEnd = LineEnd.valueOf(values.word(LINE_END).toUpperCase(Locale.ROOT));
        return Formats.csv(settings, columns(values), dialect(values, header, lineEnd));
    }

    private static List<FieldPath> columns(Values values) {
        return values.list(COLUMNS).stream().map(FieldPath::parse).toList();
    }

    private static CsvDialect dialect(Values values, Header header, LineEnd lineEnd) {
        return new CsvDialect(delimiter(values.exactText(DELIMITER)), values.text(NULL), lineEnd, header);
    }

    /** A tab as such is blank here, and is read where its text is exact. */
    private static void delimiterUnlessBlank(String trimmed) {
        if (!trimmed.isEmpty()) {
            delimiter(trimmed);
        }
    }

    private static char delimiter(String spelled) {
        String text = Escapes.read(spelled);
        if (text.length() != 1) {
            throw new IllegalArgumentException("expected one character such as , or ; or | or \\t for a tab");
        }
        return new CsvDialect(text.charAt(0), "", LineEnd.LF, Header.WRITTEN).delimiter();
    }
}
