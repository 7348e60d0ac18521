package io.nrtstreams.connect.cleaning.rules;

import java.nio.charset.StandardCharsets;

/** The secret of {@code hmac} rules. It shows itself to nobody. */
public final class HmacKey {
    /** Half of what SHA-256 gives; shorter ones could be guessed. */
    private static final int FEWEST_BYTES = 16;

    /** For reading rules where the configuration's own secret is a mistake, and nothing is ever hashed. */
    public static final HmacKey STAND_IN = of("-".repeat(FEWEST_BYTES));

    private final byte[] bytes;

    private HmacKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The key whose bytes are those of {@code text} in UTF-8.
     *
     * @throws IllegalArgumentException if it is too short to be a secret
     */
    public static HmacKey of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < FEWEST_BYTES) {
            throw new IllegalArgumentException("expected a secret of at least " + FEWEST_BYTES + " bytes");
        }
        return new HmacKey(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "[hidden]";
    }
}
