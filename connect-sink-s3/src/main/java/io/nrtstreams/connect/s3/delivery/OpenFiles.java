package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.delivery.RotationPolicy.Due;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The chains that have an open file, and when the clock closes each. Owned by the task's thread.
 *
 * <p>A file has one alarm, set when it is opened; where records have put off what it was set for, it is set again when it
 * goes off. So a record costs nothing here.
 */
final class OpenFiles {
    private final RotationPolicy rotation;
    private final Map<Chain, Alarm> files = new HashMap<>();
    private final NavigableSet<Alarm> alarms =
            new TreeSet<>(Comparator.comparing(Alarm::at).thenComparingLong(Alarm::number));
    private long numbers;

    OpenFiles(RotationPolicy rotation) {
        this.rotation = rotation;
    }

    /** Numbers tell alarms of the same moment apart. */
    private record Alarm(Instant at, long number, Chain chain, OpenFile file) {}

    /** A chain whose open file is due, and why. */
    record DueChain(Chain chain, RotationReason reason) {}

    /** The chain has a new open file. */
    void add(Chain chain, OpenFile file) {
        remove(chain);
        Alarm alarm = new Alarm(rotation.due(file).at(), numbers++, chain, file);
        files.put(chain, alarm);
        alarms.add(alarm);
    }

    /** The chain has no open file any more. */
    void remove(Chain chain) {
        Alarm alarm = files.remove(chain);
        if (alarm != null) {
            alarms.remove(alarm);
        }
    }

    void removeAll(Collection<Chain> gone) {
        gone.forEach(this::remove);
    }

    int count() {
        return files.size();
    }

    /** A chain whose open file the clock closes by now. */
    Optional<DueChain> due(Instant now) {
        while (!alarms.isEmpty() && !alarms.first().at().isAfter(now)) {
            Alarm first = alarms.first();
            Due due = rotation.due(first.file());
            if (!due.at().isAfter(now)) {
                return Optional.of(new DueChain(first.chain(), due.reason()));
            }
            add(first.chain(), first.file());
        }
        return Optional.empty();
    }

    /** When the clock may next close a file. */
    Optional<Instant> nextDue() {
        return alarms.isEmpty() ? Optional.empty() : Optional.of(alarms.first().at());
    }

    /** Up to so many chains, those first whose files have waited longest for a record. */
    List<Chain> leastRecentlyWritten(int count) {
        return files.values().stream()
                .sorted(Comparator.comparing(alarm -> alarm.file().writtenAt()))
                .limit(count)
                .map(Alarm::chain)
                .toList();
    }

    /** The chains with the largest files, so many that the other open files take no more than {@code rest} bytes. */
    List<Chain> largestBeyond(long rest) {
        long[] held = {files.values().stream().mapToLong(OpenFiles::memory).sum()};
        return files.values().stream()
                .sorted(Comparator.comparingLong(OpenFiles::memory).reversed())
                .takeWhile(alarm -> {
                    boolean tooMuch = held[0] > rest;
                    held[0] -= memory(alarm);
                    return tooMuch;
                })
                .map(Alarm::chain)
                .toList();
    }

    private static long memory(Alarm alarm) {
        return alarm.file().memory();
    }
}
