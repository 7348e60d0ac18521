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
import org.jspecify.annotations.Nullable;

/**
 * The chains that have an open file, and when the clock closes each. Owned by the task's thread.
 *
 * <p>A file has one alarm, set when it is opened; where records have put off what it was set for, it is set again when it
 * goes off. So a record costs nothing here. The alarm goes with the file: many small files may come and go while an older
 * one waits, and an alarm holds its file.
 */
final class OpenFiles {
    private final RotationPolicy rotation;
    private final Map<Chain, Alarm> chains = new HashMap<>();
    private final NavigableSet<Alarm> alarms =
            new TreeSet<>(Comparator.comparing(Alarm::at).thenComparingLong(Alarm::number));
    private long alarmsSet;

    OpenFiles(RotationPolicy rotation) {
        this.rotation = rotation;
    }

    /**
     * When to look at a file.
     *
     * @param number tells alarms of one moment apart
     */
    private record Alarm(Instant at, long number, Chain chain, OpenFile file) {}

    /** A chain whose open file is due, and why. */
    record DueChain(Chain chain, RotationReason reason) {}

    /** The chain has a new open file. */
    void add(Chain chain, OpenFile file) {
        remove(chain);
        set(rotation.due(file).at(), chain, file);
    }

    private void set(Instant at, Chain chain, OpenFile file) {
        Alarm alarm = new Alarm(at, alarmsSet++, chain, file);
        chains.put(chain, alarm);
        alarms.add(alarm);
    }

    /** The chain has no open file any more. */
    void remove(Chain chain) {
        Alarm alarm = chains.remove(chain);
        if (alarm != null) {
            alarms.remove(alarm);
        }
    }

    void removeAll(Collection<Chain> gone) {
        gone.forEach(this::remove);
    }

    int count() {
        return chains.size();
    }

    /** A chain whose open file the clock closes by now; it is due until the file is closed. */
    Optional<DueChain> due(Instant now) {
        for (Alarm first = nextAlarm(); first != null && !first.at().isAfter(now); first = nextAlarm()) {
            Due due = rotation.due(first.file());
            if (!due.at().isAfter(now)) {
                return Optional.of(new DueChain(first.chain(), due.reason()));
            }
            alarms.remove(first);
            set(due.at(), first.chain(), first.file());
        }
        return Optional.empty();
    }

    /** When the clock may next close a file. */
    Optional<Instant> nextDue() {
        return Optional.ofNullable(nextAlarm()).map(Alarm::at);
    }

    private @Nullable Alarm nextAlarm() {
        return alarms.isEmpty() ? null : alarms.first();
    }

    /** Up to so many chains, those first whose files have waited longest for a record. */
    List<Chain> leastRecentlyWritten(int count) {
        return chains.values().stream()
                .sorted(Comparator.comparing(alarm -> alarm.file().writtenAt()))
                .limit(count)
                .map(Alarm::chain)
                .toList();
    }

    /** The chains with the largest files, so many that the other open files take no more than {@code rest} bytes. */
    List<Chain> largestBeyond(long rest) {
        long[] held = {
            chains.values().stream().mapToLong(alarm -> alarm.file().memory()).sum()
        };
        return chains.values().stream()
                .sorted(Comparator.comparingLong((Alarm alarm) -> alarm.file().memory())
                        .reversed())
                .takeWhile(alarm -> {
                    boolean tooMuch = held[0] > rest;
                    held[0] -= alarm.file().memory();
                    return tooMuch;
                })
                .map(Alarm::chain)
                .toList();
    }
}
