package io.nrtstreams.connect.s3.storage;

import java.util.zip.Checksum;

/**
 * CRC-64/NVME: polynomial {@code 0xAD93D23594C93659}, reflected, initial value and final complement all ones (NVM Express
 * NVM Command Set Specification, 64b CRC). Eight bytes a step by eight tables ("slicing by 8"); not thread-safe.
 */
final class Crc64Nvme implements Checksum {
    private static final long REFLECTED = 0x9A6C9329AC4BC9B5L;
    private static final long[][] TABLES = tables();

    private long remainder = -1;

    private static long[][] tables() {
        long[][] tables = new long[8][256];
        for (int index = 0; index < 256; index++) {
            long value = index;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : value >>> 1 ^ REFLECTED;
            }
            tables[0][index] = value;
        }
        for (int table = 1; table < 8; table++) {
            for (int index = 0; index < 256; index++) {
                long before = tables[table - 1][index];
                tables[table][index] = before >>> 8 ^ tables[0][(int) before & 0xFF];
            }
        }
        return tables;
    }

    @Override
    public void update(int b) {
        remainder = remainder >>> 8 ^ TABLES[0][(int) (remainder ^ b) & 0xFF];
    }

    @Override
    public void update(byte[] bytes, int from, int count) {
        int end = from + count;
        int at = from;
        for (; end - at >= Long.BYTES; at += Long.BYTES) {
            remainder = step(remainder ^ eightBytes(bytes, at));
        }
        for (; at < end; at++) {
            update(bytes[at]);
        }
    }

    private static long eightBytes(byte[] bytes, int at) {
        return (bytes[at] & 0xFFL)
                | (bytes[at + 1] & 0xFFL) << 8
                | (bytes[at + 2] & 0xFFL) << 16
                | (bytes[at + 3] & 0xFFL) << 24
                | (bytes[at + 4] & 0xFFL) << 32
                | (bytes[at + 5] & 0xFFL) << 40
                | (bytes[at + 6] & 0xFFL) << 48
                | (bytes[at + 7] & 0xFFL) << 56;
    }

    private static long step(long mixed) {
        return TABLES[7][(int) mixed & 0xFF]
                ^ TABLES[6][(int) (mixed >>> 8) & 0xFF]
                ^ TABLES[5][(int) (mixed >>> 16) & 0xFF]
                ^ TABLES[4][(int) (mixed >>> 24) & 0xFF]
                ^ TABLES[3][(int) (mixed >>> 32) & 0xFF]
                ^ TABLES[2][(int) (mixed >>> 40) & 0xFF]
                ^ TABLES[1][(int) (mixed >>> 48) & 0xFF]
                ^ TABLES[0][(int) (mixed >>> 56)];
    }

    @Override
    public long getValue() {
        return ~remainder;
    }

    @Override
    public void reset() {
        remainder = -1;
    }
}
