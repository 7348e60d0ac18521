package io.nrtstreams.it.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Records by their keys, those of a key in their order: a device's records are of one shard, and in one partition.
 *
 * @param lists by key
 */
public record ByDevice(Map<String, List<Emitted>> lists) {
    private static final int SHOWN = 5;

    public static ByDevice of(Collection<Emitted> records) {
        Map<String, List<Emitted>> lists = new TreeMap<>();
        records.forEach(record -> lists.computeIfAbsent(String.valueOf(record.key()), key -> new ArrayList<>())
                .add(record));
        return new ByDevice(lists);
    }

    public int size() {
        return lists.values().stream().mapToInt(List::size).sum();
    }

    /** Where what is there differs first from what must be there, for each device in which it does; at most a few. */
    List<String> differences(ByDevice there) {
        Set<String> keys = new LinkedHashSet<>(lists.keySet());
        keys.addAll(there.lists.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : keys) {
            String difference =
                    first(key, lists.getOrDefault(key, List.of()), there.lists.getOrDefault(key, List.of()));
            if (difference != null && differences.size() < SHOWN) {
                differences.add(difference);
            }
        }
        return differences;
    }

    private static @Nullable String first(String key, List<Emitted> expected, List<Emitted> there) {
        for (int i = 0; i < Math.max(expected.size(), there.size()); i++) {
            Object wanted = i < expected.size() ? expected.get(i) : "nothing";
            Object found = i < there.size() ? there.get(i) : "nothing";
            if (!wanted.equals(found)) {
                return key + " has " + there.size() + " of " + expected.size() + " records; number " + i + " is "
                        + found + ", not " + wanted;
            }
        }
        return null;
    }
}
