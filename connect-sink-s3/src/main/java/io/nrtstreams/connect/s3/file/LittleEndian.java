package io.nrtstreams.connect.s3.file;

/** Numbers as file formats hold them: the lowest byte first. */
final class LittleEndian {
    private LittleEndian() {}

    /** Appends the lowest four bytes. */
    static void four(Segments target, long value) {
        byte[] four = {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
        target.append(four, 0, four.length);
    }
}
