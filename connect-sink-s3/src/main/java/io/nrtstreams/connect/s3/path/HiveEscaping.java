package io.nrtstreams.connect.s3.path;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Makes any text a safe part of a path, in the way Hive and Spark write partition values and read them back.
 *
 * <p>Control characters and <code>" # % ' * / : = ? \ { [ ] ^</code> become {@code %} and two hexadecimal digits; null
 * and the empty text become {@value #NULL}. A value of more than {@value #MOST_BYTES} bytes is cut and ends with
 * {@code ~} and 16 digits of the SHA-256 of the whole, so that two long values stay apart.
 */
final class HiveEscaping {
    /** What Hive writes for a partition value that is null or empty. */
    static final String NULL = "__HIVE_DEFAULT_PARTITION__";

    static final int MOST_BYTES = 200;

    private static final String ESCAPED = "\"#%'*/:=?\\{[]^\u007f";
    private static final int HASH_DIGITS = 16;

    private HiveEscaping() {}

    static String escape(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return NULL;
        }
        return isPlain(value) ? value : escaped(value);
    }

    /** Most values are: nothing to escape, nothing to cut. */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 || c >= 0x7f || ESCAPED.indexOf(c) >= 0) {
                return false;
            }
        }
        return value.length() <= MOST_BYTES;
    }

    private static String escaped(String value) {
        StringBuilder out = new StringBuilder(value.length() + 8);
        int bytes = 0;
        int cut = 0;
        for (int i = 0; i < value.length(); ) {
            int point = value.codePointAt(i);
            bytes += append(out, point);
            if (bytes > MOST_BYTES) {
                return out.substring(0, cut) + "~" + hash(value);
            }
            if (bytes <= MOST_BYTES - HASH_DIGITS - 1) {
                cut = out.length();
            }
            i += Character.charCount(point);
        }
        return out.toString();
    }

    private static int append(StringBuilder out, int point) {
        if (point < 0x20 || ESCAPED.indexOf(point) >= 0) {
            out.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) point));
            return 3;
        }
        int safe = isWritable(point) ? point : 0xfffd;
        out.appendCodePoint(safe);
        return safe < 0x80 ? 1 : safe < 0x800 ? 2 : safe < 0x10000 ? 3 : 4;
    }

    /** Half a surrogate pair has no UTF-8; U+FFFE and U+FFFF may not stand in the XML of a listing. */
    private static boolean isWritable(int point) {
        return !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                && point != 0xfffe
                && point != 0xffff;
    }

    private static String hash(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
