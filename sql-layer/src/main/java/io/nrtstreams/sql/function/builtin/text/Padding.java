package io.nrtstreams.sql.function.builtin.text;

import java.nio.ByteBuffer;

/** What to add to reach a length. */
final class Padding {

    private Padding() {}

    static boolean isPossible(int length, boolean emptyPadding) {
        return length >= 0 && !emptyPadding;
    }

    /** As much of the padding, again and again, as is missing. */
    static String of(String text, int length, String padding) {
        int missing = length - text.length();
        StringBuilder added = new StringBuilder(missing);
        for (int i = 0; i < missing; i++) {
            added.append(padding.charAt(i % padding.length()));
        }
        return added.toString();
    }

    /** As {@link #of(String, int, String)}. */
    static ByteBuffer of(ByteBuffer bytes, int length, ByteBuffer padding) {
        int missing = length - bytes.remaining();
        ByteBuffer added = ByteBuffer.allocate(missing);
        for (int i = 0; i < missing; i++) {
            added.put(padding.get(padding.position() + i % padding.remaining()));
        }
        return added.flip();
    }
}
