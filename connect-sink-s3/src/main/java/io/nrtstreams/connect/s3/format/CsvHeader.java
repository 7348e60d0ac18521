package io.nrtstreams.connect.s3.format;

import java.util.Collection;

/** The first line of a CSV file. */
final class CsvHeader {
    private CsvHeader() {}

    static void write(Collection<String> names, Utf8Buffer out) {
        boolean first = true;
        for (String name : names) {
            if (!first) {
                out.ascii(',');
            }
            CsvLine.text(out, name);
            first = false;
        }
        out.ascii('\n');
    }
}
