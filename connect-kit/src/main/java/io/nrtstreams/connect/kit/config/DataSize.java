package io.nrtstreams.connect.kit.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A size in bytes.
 *
 * @param bytes the number of bytes, not negative
 */
public record DataSize(long bytes) {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,12})\\s*(b|kb|mb|gb|kib|mib|gib)?");

    public DataSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size is not negative");
        }
    }

    /**
     * Reads a size: a whole number of bytes, or one with a unit. {@code KB MB GB} and {@code KiB MiB GiB} both count
     * in steps of 1024, as Kafka's own size keys do.
     *
     * @throws IllegalArgumentException if the text is none of these; the message says what was expected
     */
    public static DataSize parse(String text) {
        Matcher matcher = SHORT.matcher(text.trim().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected a size such as 512KB, 64MB, 1GB, or a number of bytes");
        }
        long amount = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2);
        int shift = switch (unit == null ? "b" : unit.substring(0, 1)) {
            case "k" -> 10;
            case "m" -> 20;
            case "g" -> 30;
            default -> 0;
        };
        if (amount > Long.MAX_VALUE >> shift) {
            throw new IllegalArgumentException("expected a size below 8 EiB");
        }
        return new DataSize(amount << shift);
    }
}
