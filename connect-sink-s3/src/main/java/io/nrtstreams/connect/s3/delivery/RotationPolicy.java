package io.nrtstreams.connect.s3.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a file is closed; each file by itself, whatever the others do.
 *
 * @param records most records
 * @param bytes about how large, as it will be stored
 * @param age how long it stays open at most
 * @param idle how long it stays open without a further record
 * @param schedule borders of wall time at which it is closed
 * @param recordTime how far the time of a record may be from that of the file's first
 */
public record RotationPolicy(
        long records,
        long bytes,
        Duration age,
        Optional<Duration> idle,
        Optional<Schedule> schedule,
        Optional<Duration> recordTime) {

    /** Why a file takes no further record, if so. */
    Optional<RotationReason> fullBecause(OpenFile file) {
        if (file.records() >= records) {
            return Optional.of(RotationReason.RECORDS);
        }
        return file.length() >= bytes ? Optional.of(RotationReason.BYTES) : Optional.empty();
    }

    /** Whether a record of that time belongs in a file after this one. A late record does not: it is only late. */
    boolean isPast(OpenFile file, long time) {
        long first = file.first().time();
        boolean known = first != RecordTimes.NONE && time != RecordTimes.NONE;
        return known
                && recordTime.isPresent()
                && time - first >= recordTime.get().toMillis();
    }

    /** When a file that is opened now is closed by the clock, whatever becomes of it. */
    Due dueOnceOpen(Clocks clocks) {
        Instant now = clocks.now();
        Due byAge = new Due(now.plus(age), RotationReason.AGE);
        return schedule.map(borders -> {
                    Instant wall = clocks.wall().instant();
                    return new Due(now.plus(Duration.between(wall, borders.next(wall))), RotationReason.SCHEDULE);
                })
                .map(bySchedule -> bySchedule.earlierOf(byAge))
                .orElse(byAge);
    }

    /** When a file is closed by the clock unless further records come. */
    Due due(OpenFile file) {
        return idle.map(pause -> new Due(file.writtenAt().plus(pause), RotationReason.IDLE))
                .map(byIdle -> byIdle.earlierOf(file.dueOnceOpen()))
                .orElse(file.dueOnceOpen());
    }

    /** A moment of the steady clock, and why it matters. */
    record Due(Instant at, RotationReason reason) {
        Due earlierOf(Due other) {
            return other.at().isBefore(at) ? other : this;
        }
    }
}
