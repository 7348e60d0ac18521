package io.nrtstreams.connect.s3.layout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The records whose columns are the same, and how their files are written.
 *
 * @param text all about the columns; lanes of one text are the same lane
 * @param name the first 8 hexadecimal digits of the SHA-256 of the text in UTF-8
 * @param plan how files are written
 */
record Lane(String text, String name, FilePlan plan) {
    private static final int DIGITS = 8;

    static Lane of(String text, FilePlan plan) {
        return new Lane(text, HexFormat.of().formatHex(sha256(text)).substring(0, DIGITS), plan);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    boolean isSameAs(Lane other) {
        return text.equals(other.text);
    }
}
