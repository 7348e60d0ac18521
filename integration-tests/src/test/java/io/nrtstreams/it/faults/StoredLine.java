package io.nrtstreams.it.faults;

import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.connect.s3.storage.StoredObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line of an object and the folder it lies in; of a long line its beginning and a hash, so that a difference can be
 * shown.
 */
record StoredLine(String folder, String line) implements Comparable<StoredLine> {
    private static final int SHOWN = 120;

    static StoredLine of(String folder, String line) {
        String shown = line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…#" + line.hashCode();
        return new StoredLine(folder, shown);
    }

    /** All lines of the objects of a topic below a prefix, in order. */
    static List<StoredLine> below(ObjectStore store, String prefix, String topic) {
        String folder = prefix + "/" + topic + "/";
        try (Stream<StoredObject> objects = store.list(folder)) {
            return objects.flatMap(object -> lines(store, object.key(), folder.length()).stream())
                    .sorted()
                    .toList();
        }
    }

    private static List<StoredLine> lines(ObjectStore store, String key, int from) {
        int to = key.lastIndexOf('/');
        String folder = to < from ? "" : key.substring(from, to);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(store.read(key), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> of(folder, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(key, e);
        }
    }

    @Override
    public int compareTo(StoredLine other) {
        return Comparator.comparing(StoredLine::folder)
                .thenComparing(StoredLine::line)
                .compare(this, other);
    }
}
