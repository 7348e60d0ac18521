package io.nrtstreams.connect.cleaning.text;

import io.nrtstreams.connect.cleaning.core.Cleaner;
import io.nrtstreams.connect.cleaning.core.Kind;
import io.nrtstreams.connect.cleaning.core.Outcome;
import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Makes a record of text, given as String or as bytes in UTF-8. */
public final class TextParser implements Cleaner {
    private static final String RULE = "text";

    private final TextFormat format;
    private final Wrapping wrapping;
    private final long mostBytes;

    /**
     * The parser.
     *
     * @param wrapping what the text is within
     * @param mostBytes the longest text read, in bytes of UTF-8
     */
    public TextParser(TextFormat format, Wrapping wrapping, long mostBytes) {
        this.format = format;
        this.wrapping = wrapping;
        this.mostBytes = mostBytes;
    }

    @Override
    public Outcome clean(Object value, Passage passage) {
        if (value instanceof String text) {
            return isLonger(text) ? tooLong() : read(text);
        } else if (value instanceof byte[] bytes) {
            return decoded(bytes);
        } else if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return decoded(bytes);
        }
        return Refused.reject(
                "",
                RULE,
                "expected text (String or bytes), found " + Kind.of(value)
                        + "; use StringConverter or ByteArrayConverter for what Parse is to read");
    }

    private Outcome decoded(byte[] bytes) {
        if (bytes.length > mostBytes) {
            return tooLong();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        // Decoding puts U+FFFD in the place of what is not UTF-8; text that holds one by right encodes to the same
        // bytes.
        boolean doubtful = text.indexOf('\uFFFD') >= 0;
        if (doubtful && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            return Refused.reject("", RULE, "expected bytes in UTF-8");
        }
        return read(text);
    }

    private Outcome read(String given) {
        String text = wrapping.unwrapped(given);
        return text == null ? Refused.reject("", RULE, "expected " + wrapping.expected()) : format.read(text);
    }

    private boolean isLonger(String text) {
        // One char takes at most three bytes, so only texts near the limit are measured.
        return text.length() * 3L > mostBytes && text.getBytes(StandardCharsets.UTF_8).length > mostBytes;
    }

    private Outcome tooLong() {
        return Refused.reject("", RULE, "expected at most " + mostBytes + " bytes; max.size allows more");
    }
}
