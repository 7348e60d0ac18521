package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Validators;
import io.nrtstreams.connect.s3.format.ByteSettings;
import io.nrtstreams.connect.s3.format.FormatSettings;
import io.nrtstreams.connect.s3.format.Formats;
import io.nrtstreams.connect.s3.format.RecordFormat;
import java.util.List;
import java.util.regex.Pattern;

/** The keys of {@code format=bytes}. */
final class ByteKeys {
    static final String SEPARATOR = "bytes.separator";
    static final String EXTENSION = "bytes.extension";

    private static final List<String> ALL = List.of(SEPARATOR, EXTENSION);

    private ByteKeys() {}

    static List<Key> keys() {
        return List.of(
                Key.string(SEPARATOR)
                        .defaultsTo("\\n")
                        .validator(Validators.checking("a text, with " + Escapes.SHOWN, Escapes::read))
                        .doc("What follows each value in a file of bytes, e.g. `\\u0000`; empty for nothing."),
                Key.string(EXTENSION)
                        .defaultsTo(".bin")
                        .validator(Values.matching(
                                Pattern.compile("(\\.[A-Za-z0-9]{1,16}){1,3}"), "an extension such as .bin"))
                        .doc("What the name of a file of bytes ends in, before what `compression` adds, e.g. `.xml`."));
    }

    /** Notes what is wrong with the keys taken together. */
    static void check(Values values) {
        FileKeys.refuseUnless("bytes", ALL, values);
    }

    static RecordFormat read(Values values, FormatSettings settings) {
        String separator = Escapes.read(values.exactText(SEPARATOR));
        return Formats.bytes(settings, new ByteSettings(separator, values.text(EXTENSION)));
    }
}
