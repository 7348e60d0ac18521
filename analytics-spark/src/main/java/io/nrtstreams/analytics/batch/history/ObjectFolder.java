package io.nrtstreams.analytics.batch.history;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.type.Column;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a table below its location. Folders {@code name=value} give their value to the column of that name, in
 * whatever case; names are escaped as Hive does. What begins with an underscore or a dot is left out, as readers of lakes do.
 * Holds some hundred bytes an object.
 */
public final class ObjectFolder {

    private static final String NULL = "__HIVE_DEFAULT_PARTITION__";

    private ObjectFolder() {}

    /**
     * An object.
     *
     * @param size in bytes as stored
     * @param folders the texts of its folders by the names of the columns that they give values to; null for none
     */
    public record Listed(String path, long size, Map<String, @Nullable String> folders) implements Serializable {

        /**
         * The value that a folder gives to a column; empty when none does.
         *
         * @throws DecodeException when it is not of the column's type
         */
        public Optional<FolderValue> folderValue(Column column) throws DecodeException {
            return folders.containsKey(column.name())
                    ? Optional.of(new FolderValue(
                            RawValues.convert(folders.get(column.name()), column.type(), "column " + column.name())))
                    : Optional.empty();
        }
    }

    /** What a folder says, which may be null. */
    public record FolderValue(@Nullable Object value) {}

    /**
     * The objects of a format, ordered by their names; none where there is no such folder.
     *
     * @throws IOException when the place does not answer, or may not be listed
     */
    public static List<Listed> list(Location location, StoredFormat format, List<Column> columns, Configuration hadoop)
            throws IOException {
        FileSystem files = location.files(hadoop);
        String root = files.makeQualified(location.path()).toString();
        List<Listed> found = new ArrayList<>();
        try {
            RemoteIterator<LocatedFileStatus> objects = files.listFiles(location.path(), true);
            while (objects.hasNext()) {
                LocatedFileStatus object = objects.next();
                String below = object.getPath().toString().substring(root.length());
                if (format.isOf(object.getPath().getName()) && !isHidden(below)) {
                    found.add(new Listed(object.getPath().toString(), object.getLen(), folders(below, columns)));
                }
            }
        } catch (FileNotFoundException e) {
            // A table may be declared before its first object is written.
            return List.of();
        }
        found.sort((one, other) -> one.path().compareTo(other.path()));
        return found;
    }

    private static boolean isHidden(String below) {
        return below.contains("/_") || below.contains("/.");
    }

    private static Map<String, @Nullable String> folders(String below, List<Column> columns) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        String[] parts = below.split("/", -1);
        for (int i = 0; i < parts.length - 1; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                String name = unescaped(parts[i].substring(0, equals));
                String value = unescaped(parts[i].substring(equals + 1));
                for (Column column : columns) {
                    if (column.name().equals(name) || column.name().equals(name.toUpperCase(Locale.ROOT))) {
                        values.put(column.name(), value.equals(NULL) ? null : value);
                    }
                }
            }
        }
        return values;
    }

    private static String unescaped(String text) {
        return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The rows of some objects, one object after the other. */
    public static StoredRows rows(
            List<Listed> objects, StoredFormat format, List<Column> columns, Configuration hadoop) {
        return new StoredRows(objects, format, columns, hadoop);
    }
}
