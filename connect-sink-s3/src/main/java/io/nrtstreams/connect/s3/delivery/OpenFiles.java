package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.delivery.RotationPolicy.Due;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The chains that have an open file, and when the clock closes each. Owned by the task's thread.
 *
 * <p>A file has one alarm, set when it is opened; where records have put off what it was set for, it is set again when it
 * goes off. So a record costs nothing here.
 */
final class OpenFiles {
    private final RotationPolicy rotation;
    private final Set<Chain> chains = new HashSet<>();
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>(Comparator.comparing(Alarm::at));

    OpenFiles(RotationPolicy rotation) {
        this.rotation = rotation;
    }

    private record Alarm(Instant at, Chain chain, OpenFile file) {
        boolean isMeantFor(@Nullable OpenFile open) {
            return file == open;
        }
    }

    /** A chain whose open file is due, and why. */
    record DueChain(Chain chain, RotationReason reason) {}

    /** The chain has a new open file. */
    void add(Chain chain, OpenFile file) {
        chains.add(chain);
        alarms.add(new Alarm(rotation.due(file).at(), chain, file));
    }

    /** The chain has no open file any more. */
    void remove(Chain chain) {
        chains.remove(chain);
    }

    void removeAll(Collection<Chain> gone) {
        gone.forEach(chains::remove);
        alarms.removeIf(alarm -> !chains.contains(alarm.chain()));
    }

    int count() {
        return chains.size();
    }

    /** A chain whose open file the clock closes by now. */
    Optional<DueChain> due(Instant now) {
        for (Alarm first = nextAlarm(); first != null && !first.at().isAfter(now); first = nextAlarm()) {
            alarms.remove();
            Due due = rotation.due(first.file());
            if (!due.at().isAfter(now)) {
                return Optional.of(new DueChain(first.chain(), due.reason()));
            }
            alarms.add(new Alarm(due.at(), first.chain(), first.file()));
        }
        return Optional.empty();
    }

    /** When the clock may next close a file. */
    Optional<Instant> nextDue() {
        return Optional.ofNullable(nextAlarm()).map(Alarm::at);
    }

    private @Nullable Alarm nextAlarm() {
        Alarm first = alarms.peek();
        while (first != null && !first.isMeantFor(first.chain().open())) {
            alarms.remove();
            first = alarms.peek();
        }
        return first;
    }

    /** Up to so many chains, those first whose files have waited longest for a record. */
    List<Chain> leastRecentlyWritten(int count) {
        return withFiles()
                .sorted(Comparator.comparing(entry -> entry.file().writtenAt()))
                .limit(count)
                .map(Entry::chain)
                .toList();
    }

    /** The chains with the largest files, so many that the other open files take no more than {@code rest} bytes. */
    List<Chain> largestBeyond(long rest) {
        long[] held = {withFiles().mapToLong(entry -> entry.file().memory()).sum()};
        return withFiles()
                .sorted(Comparator.comparingLong((Entry entry) -> entry.file().memory())
                        .reversed())
                .takeWhile(entry -> {
                    boolean tooMuch = held[0] > rest;
                    held[0] -= entry.file().memory();
                    return tooMuch;
                })
                .map(Entry::chain)
                .toList();
    }

    private record Entry(Chain chain, OpenFile file) {}

    private Stream<Entry> withFiles() {
        return chains.stream().flatMap(chain -> {
            OpenFile file = chain.open();
            return file == null ? Stream.empty() : Stream.of(new Entry(chain, file));
        });
    }
}
