package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.row.Row;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What travels between the two places of a foreign-key join. A subscription goes to a foreign key: the value columns are what
 * to do, the hash of the left row, and the left key. An answer goes back to the left key: the hash, whether the right table
 * has the row, and its columns. The hash tells whether an answer still belongs to the left row as it is by then; it is null
 * when there is no left row.
 */
final class ForeignKeyMessages {

    /** What a left row asks of a foreign key. */
    enum Ask {
        /** Tell me each change, and the row now if there is one. */
        ROW_IF_THERE(0),
        /** Tell me each change, and now too, whether there is a row or not. */
        ROW_OR_NOTHING(1),
        /** Forget me. */
        FORGET(2),
        /** Forget me, and let the result be deleted. */
        DELETE(3);

        private final int code;

        Ask(int code) {
            this.code = code;
        }

        static Ask of(int code) {
            return switch (code) {
                case 0 -> ROW_IF_THERE;
                case 1 -> ROW_OR_NOTHING;
                case 2 -> FORGET;
                case 3 -> DELETE;
                default -> throw new IllegalStateException("no subscription asks for " + code);
            };
        }
    }

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private ForeignKeyMessages() {}

    static Row subscription(@Nullable Object[] foreignKey, Ask ask, @Nullable Long hash, Row left) {
        @Nullable Object[] key = left.key();
        @Nullable Object[] value = new @Nullable Object[key.length + 2];
        value[0] = ask.code;
        value[1] = hash;
        System.arraycopy(key, 0, value, 2, key.length);
        return new Row(foreignKey, null, value, null, left.timestamp(), left.origin());
    }

    static Ask ask(@Nullable Object[] subscription) {
        return Ask.of((Integer) subscription[0]);
    }

    static @Nullable Long hash(@Nullable Object[] subscriptionOrAnswer, int index) {
        return (Long) subscriptionOrAnswer[index];
    }

    static @Nullable Object[] leftKey(@Nullable Object[] subscription) {
        return Arrays.copyOfRange(subscription, 2, subscription.length);
    }

    static Row answer(
            @Nullable Object[] leftKey,
            @Nullable Long hash,
            @Nullable Object @Nullable [] right,
            int rightWidth,
            long time,
            Row cause) {
        @Nullable Object[] value = new @Nullable Object[rightWidth + 2];
        value[0] = hash;
        value[1] = right != null;
        if (right != null) {
            System.arraycopy(right, 0, value, 2, rightWidth);
        }
        return new Row(leftKey, null, value, null, time, cause.origin());
    }

    /** The right row in an answer; null when the right table has none. */
    static @Nullable Object @Nullable [] rightRow(@Nullable Object[] answer) {
        return Boolean.TRUE.equals(answer[1]) ? Arrays.copyOfRange(answer, 2, answer.length) : null;
    }

    /** 64 bits of the columns; the same in every process. */
    static @Nullable Long hashOf(@Nullable Object @Nullable [] value) {
        if (value == null) {
            return null;
        }
        long hash = value.length;
        for (Object column : value) {
            hash = (hash ^ (column == null ? 0 : column.hashCode())) * MIX;
            hash ^= hash >>> 32;
        }
        return hash;
    }
}
