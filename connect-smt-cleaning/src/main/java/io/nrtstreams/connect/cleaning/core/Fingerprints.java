package io.nrtstreams.connect.cleaning.core;

import io.nrtstreams.connect.kit.data.LogicalTimes;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Takes fingerprints: the first half of the SHA-256 of a value's canonical form.
 *
 * <p>In that form each piece is led by a letter for its kind and, where it can vary, its length, so that no two values
 * share one: a text is never a number, {@code ("a", "bc")} never {@code ("ab", "c")}. The order of a map's entries does
 * not count. Not thread-safe.
 */
public final class Fingerprints {
    private final MessageDigest digest = sha256();

    /** The fingerprint of a sequence of values. */
    public Fingerprint of(List<? extends @Nullable Object> values) {
        digest.reset();
        for (Object value : values) {
            add(digest, value);
        }
        return fingerprint(digest.digest());
    }

    private static Fingerprint fingerprint(byte[] hash) {
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new Fingerprint(bytes.getLong(), bytes.getLong());
    }

    private static void add(MessageDigest digest, @Nullable Object value) {
        if (value == null) {
            digest.update((byte) 'n');
        } else if (value instanceof Struct struct) {
            addStruct(digest, struct);
        } else if (value instanceof Map<?, ?> map) {
            addMap(digest, map);
        } else if (value instanceof List<?> list) {
            head(digest, 'l', list.size());
            list.forEach(element -> add(digest, element));
        } else if (value instanceof byte[] bytes) {
            addBytes(digest, 'b', ByteBuffer.wrap(bytes));
        } else if (value instanceof ByteBuffer buffer) {
            addBytes(digest, 'b', buffer.duplicate());
        } else if (value instanceof String text) {
            addText(digest, 't', text);
        } else {
            // Numbers and booleans print themselves in full; the class tells 1 from 1.0 and from true.
            addText(digest, 'o', value.getClass().getName());
            addText(digest, 'v', printed(value));
        }
    }

    /** A date prints itself to the second only, and in the zone of the machine. */
    private static String printed(Object value) {
        return value instanceof Date date ? LogicalTimes.instant(date).toString() : value.toString();
    }

    private static void addStruct(MessageDigest digest, Struct struct) {
        List<Field> fields = struct.schema().fields();
        head(digest, 's', fields.size());
        for (Field field : fields) {
            addText(digest, 'f', field.name());
            // A null in an optional field is meant, even where the schema has a default for it.
            add(digest, field.schema().isOptional() ? struct.getWithoutDefault(field.name()) : struct.get(field));
        }
    }

    /** Entries are hashed each alone and put in the order of their hashes, since keys of any kind have no order. */
    private static void addMap(MessageDigest digest, Map<?, ?> map) {
        List<ByteBuffer> entries = new ArrayList<>();
        map.forEach((key, value) -> {
            MessageDigest entry = sha256();
            add(entry, key);
            add(entry, value);
            entries.add(ByteBuffer.wrap(entry.digest()));
        });
        Collections.sort(entries);
        head(digest, 'm', entries.size());
        entries.forEach(digest::update);
    }

    private static void addText(MessageDigest digest, char kind, String text) {
        // As it is, since an encoder makes one and the same of all halves of surrogate pairs.
        ByteBuffer bytes = ByteBuffer.allocate(2 * text.length());
        bytes.asCharBuffer().put(text);
        addBytes(digest, kind, bytes);
    }

    private static void addBytes(MessageDigest digest, char kind, ByteBuffer bytes) {
        head(digest, kind, bytes.remaining());
        digest.update(bytes);
    }

    private static void head(MessageDigest digest, char kind, int length) {
        digest.update((byte) kind);
        digest.update((byte) (length >>> 24));
        digest.update((byte) (length >>> 16));
        digest.update((byte) (length >>> 8));
        digest.update((byte) length);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
