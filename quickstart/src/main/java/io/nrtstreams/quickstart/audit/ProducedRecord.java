package io.nrtstreams.quickstart.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** A record as it stands in a topic: what two records must share to count as the same. */
@SuppressWarnings("ArrayRecordComponent") // Compared by fingerprint alone, never by equals.
record ProducedRecord(
        String topic,
        byte @Nullable [] key,
        byte @Nullable [] value,
        @Nullable Long timestamp) {

    /** The first 8 bytes of SHA-256 over topic, key, value and time stamp, each with its length. */
    long fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            update(digest, topic.getBytes(StandardCharsets.UTF_8));
            update(digest, key);
            update(digest, value);
            digest.update(ByteBuffer.allocate(Long.BYTES)
                    .putLong(0, timestamp == null ? -1 : timestamp)
                    .array());
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void update(MessageDigest digest, byte @Nullable [] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(0, part == null ? -1 : part.length)
                .array());
        if (part != null) {
            digest.update(part);
        }
    }
}
