package io.nrtstreams.sql.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import io.nrtstreams.sql.format.DecodeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Which message of a file the bytes are: behind the schema's id stands the path of indexes to it, as a count and numbers in
 * Protobuf's zig-zag encoding; the first message of the file is a single zero.
 *
 * @param indexes from the file to the message
 * @param length in bytes
 */
record MessageIndexes(List<Integer> indexes, int length) {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_BYTES = 5;

    /** The indexes at a place of the bytes. */
    static MessageIndexes read(byte[] bytes, int start) throws DecodeException {
        Numbers numbers = new Numbers(bytes, start);
        int count = numbers.next();
        if (count < 0 || count > MAX_DEPTH) {
            throw new DecodeException("expected the indexes of a message behind the schema id");
        }
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            indexes.add(numbers.next());
        }
        return new MessageIndexes(indexes.isEmpty() ? List.of(0) : List.copyOf(indexes), numbers.position - start);
    }

    /** The message's path as it is written. */
    static byte[] of(Descriptor message) {
        List<Integer> indexes = new ArrayList<>();
        for (Descriptor at = message; at != null; at = at.getContainingType()) {
            indexes.add(at.getIndex());
        }
        Collections.reverse(indexes);
        if (indexes.equals(List.of(0))) {
            return new byte[] {0};
        }
        byte[] bytes = new byte[(indexes.size() + 1) * MAX_NUMBER_BYTES];
        int length = write(indexes.size(), bytes, 0);
        for (int index : indexes) {
            length = write(index, bytes, length);
        }
        return Arrays.copyOf(bytes, length);
    }

    private static int write(int number, byte[] bytes, int start) {
        int position = start;
        int zigzag = number << 1;
        while (zigzag > 0x7f) {
            bytes[position++] = (byte) (zigzag | 0x80);
            zigzag >>>= 7;
        }
        bytes[position++] = (byte) zigzag;
        return position;
    }

    /** The message of this path in a file. */
    Descriptor in(FileDescriptor file) throws DecodeException {
        List<Descriptor> siblings = file.getMessageTypes();
        Descriptor message = null;
        for (int index : indexes) {
            if (index < 0 || index >= siblings.size()) {
                throw new DecodeException("expected the index of one of the schema's " + siblings.size() + " messages");
            }
            message = siblings.get(index);
            siblings = message.getNestedTypes();
        }
        if (message == null) {
            throw new IllegalStateException("a path of indexes is never empty");
        }
        return message;
    }

    private static final class Numbers {

        private final byte[] bytes;
        private int position;

        private Numbers(byte[] bytes, int start) {
            this.bytes = bytes;
            this.position = start;
        }

        private int next() throws DecodeException {
            int zigzag = 0;
            for (int shift = 0; shift < Integer.SIZE; shift += 7) {
                if (position >= bytes.length) {
                    throw new DecodeException(
                            "expected the indexes of a message behind the schema id, but the bytes end");
                }
                byte next = bytes[position++];
                zigzag |= (next & 0x7f) << shift;
                if (next >= 0) {
                    return (zigzag >>> 1) ^ -(zigzag & 1);
                }
            }
            throw new DecodeException("expected the indexes of a message behind the schema id");
        }
    }
}
