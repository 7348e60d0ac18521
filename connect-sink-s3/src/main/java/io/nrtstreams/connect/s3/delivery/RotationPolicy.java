package io.nrtstreams.connect.s3.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * When a file is closed; each file by itself, whatever the others do.
 *
 * @param records most records
 * @param bytes about how large, as it will be stored
 * @param age how long it stays open at most
 */
public record RotationPolicy(long records, long bytes, Duration age) {
    boolean isFull(OpenFile file) {
        return file.records() >= records || file.length() >= bytes;
    }

    Instant dueAt(OpenFile file) {
        return file.openedAt().plus(age);
    }
}
