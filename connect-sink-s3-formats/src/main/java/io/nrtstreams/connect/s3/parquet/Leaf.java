package io.nrtstreams.connect.s3.parquet;

import java.util.Arrays;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/**
 * What one record puts into one column: values with their repetition and definition levels, kept until the whole record
 * has been taken apart. Grows to the record with the most values; {@link #clear} lets go of what is beyond 1024. Not
 * thread-safe.
 */
final class Leaf {
    private static final int KEPT = 1024;
    private static final int LEVELS = 2;

    private final int definedAt;
    private final Target target;
    private byte[] levels = new byte[2 * LEVELS];
    private long[] numbers = new long[2];
    private @Nullable Binary[] texts = new Binary[0];
    private int count;
    private long bytes;

    /**
     * A column.
     *
     * @param definedAt the definition level of a value that is there
     * @param target how values are handed on
     */
    Leaf(int definedAt, Target target) {
        this.definedAt = definedAt;
        this.target = target;
    }

    /** How the values of a column are handed to its writer: whole numbers, and others by their bits, or bytes. */
    interface Target {
        void write(ColumnWriter column, long number, @Nullable Binary text, int repetition, int definition);
    }

    void addNull(int repetition, int definition) {
        next(repetition, definition);
    }

    void add(long number, int repetition) {
        int at = next(repetition, definedAt);
        numbers[at] = number;
        bytes += Long.BYTES;
    }

    void add(Binary text, int repetition) {
        int at = next(repetition, definedAt);
        if (at >= texts.length) {
            texts = Arrays.copyOf(texts, numbers.length);
        }
        texts[at] = text;
        bytes += Integer.BYTES + text.length();
    }

    private int next(int repetition, int definition) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
            levels = Arrays.copyOf(levels, 2 * LEVELS * count);
        }
        levels[LEVELS * count] = (byte) repetition;
        levels[LEVELS * count + 1] = (byte) definition;
        bytes++;
        return count++;
    }

    /** Puts all on a tape. */
    void saveTo(RowTape tape) {
        tape.putCount(count);
        for (int i = 0; i < count; i++) {
            tape.putCount(repetition(i));
            tape.putCount(definition(i));
            if (definition(i) == definedAt) {
                saveValue(tape, numbers[i], i < texts.length ? texts[i] : null);
            }
        }
    }

    /** The length and one, then the text; or zero, then the number. */
    private static void saveValue(RowTape tape, long number, @Nullable Binary text) {
        if (text == null) {
            tape.putCount(0);
            tape.putNumber(number);
        } else {
            tape.putCount(text.length() + 1);
            tape.putBytes(text.toByteBuffer());
        }
    }

    /** Takes what {@link #saveTo} put on a tape, in place of what is here. */
    void loadFrom(RowTape tape) {
        clear();
        for (int left = tape.takeCount(); left > 0; left--) {
            int repetition = tape.takeCount();
            int definition = tape.takeCount();
            if (definition == definedAt) {
                loadValue(tape, repetition);
            } else {
                addNull(repetition, definition);
            }
        }
    }

    private void loadValue(RowTape tape, int repetition) {
        int length = tape.takeCount();
        if (length == 0) {
            add(tape.takeNumber(), repetition);
        } else {
            add(Binary.fromConstantByteArray(tape.takeBytes(length - 1)), repetition);
        }
    }

    private int repetition(int at) {
        return levels[LEVELS * at] & 0xff;
    }

    private int definition(int at) {
        return levels[LEVELS * at + 1] & 0xff;
    }

    /** Bytes of values and levels, about; never 0 for a row, so that rows of nulls are counted as well. */
    long bytes() {
        return bytes;
    }

    /** Hands all to the column of a file. */
    void writeTo(ColumnWriter column) {
        for (int i = 0; i < count; i++) {
            if (definition(i) == definedAt) {
                Binary text = i < texts.length ? texts[i] : null;
                target.write(column, numbers[i], text, repetition(i), definedAt);
            } else {
                column.writeNull(repetition(i), definition(i));
            }
        }
    }

    /** Forgets the values. */
    void clear() {
        if (count > KEPT) {
            levels = new byte[LEVELS * KEPT];
            numbers = new long[KEPT];
            texts = texts.length == 0 ? texts : new Binary[KEPT];
        } else {
            Arrays.fill(texts, 0, Math.min(count, texts.length), null);
        }
        count = 0;
        bytes = 0;
    }
}
