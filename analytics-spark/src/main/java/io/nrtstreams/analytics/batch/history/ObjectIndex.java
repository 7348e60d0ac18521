package io.nrtstreams.analytics.batch.history;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** The chains of a topic, as one listing found them. Immutable; eight bytes an object and some hundred a chain. */
final class ObjectIndex {

    private final Map<Integer, List<Chain>> chains;

    private ObjectIndex(Map<Integer, List<Chain>> chains) {
        this.chains = chains;
    }

    /**
     * Lists the objects of a topic: those in the folder of its name where there is one, otherwise in the whole location.
     *
     * @throws IOException when the place does not answer, or may not be listed
     */
    static ObjectIndex list(FileSystem files, Location location, String topic) throws IOException {
        ObjectIndex own = listFolder(files, new Path(location.path(), topic), topic);
        return own.chains.isEmpty() ? listFolder(files, location.path(), topic) : own;
    }

    private static ObjectIndex listFolder(FileSystem files, Path folder, String topic) throws IOException {
        Map<Key, Firsts> found = new HashMap<>();
        try {
            RemoteIterator<LocatedFileStatus> objects = files.listFiles(folder, true);
            while (objects.hasNext()) {
                Path object = objects.next().getPath();
                Optional<ObjectName> name = ObjectName.parse(object.getName())
                        .filter(of -> of.topic().equals(topic));
                Optional<StoredFormat> format = StoredFormat.ofObject(object.getName());
                if (name.isPresent() && format.isPresent()) {
                    found.computeIfAbsent(Key.of(object, name.get(), format.get()), key -> new Firsts())
                            .add(name.get().first());
                }
            }
        } catch (FileNotFoundException e) {
            // A folder that is not there holds nothing.
            return new ObjectIndex(Map.of());
        }
        Map<Integer, List<Chain>> chains = new HashMap<>();
        found.forEach((key, firsts) -> chains.computeIfAbsent(key.partition, partition -> new ArrayList<>())
                .add(new Chain(topic, key.partition, key.folder, key.suffix, key.format, firsts.sorted())));
        return new ObjectIndex(chains);
    }

    List<Chain> chains(int partition) {
        return chains.getOrDefault(partition, List.of());
    }

    OptionalLong first(int partition) {
        return chains(partition).stream().mapToLong(chain -> chain.first(0)).min();
    }

    private record Key(Path folder, int partition, String suffix, StoredFormat format) {

        static Key of(Path object, ObjectName name, StoredFormat format) {
            return new Key(object.getParent(), name.partition(), name.suffix(), format);
        }
    }

    /** Grows as it is filled. */
    private static final class Firsts {

        private long[] offsets = new long[4];
        private int count;

        void add(long offset) {
            if (count == offsets.length) {
                offsets = Arrays.copyOf(offsets, 2 * count);
            }
            offsets[count++] = offset;
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(offsets, count);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
