package io.nrtstreams.sql.format.json;

import io.nrtstreams.sql.format.DecodeException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which column a member's name means: the one of exactly this name, else the one that is the name in upper case. Names are
 * compared as bytes: first with the one that followed last time, then by hash with those seen before. Single-threaded.
 */
final class JsonNames {

    /** Objects with ever new names, such as ids, must not fill the memory. */
    private static final int MAX_LEARNT = 512;

    private final List<String> columns;
    private final boolean[] exactly;
    private final boolean[] anyCase;
    private final Name beginning = new Name(new byte[0], -1, false);
    private Name[] table = new Name[64];
    private int learnt;
    private Name last = beginning;

    JsonNames(List<String> columns) {
        this.columns = columns;
        this.exactly = new boolean[columns.size()];
        this.anyCase = new boolean[columns.size()];
    }

    /** A name as it stands in the text, with both quotes, and the index of its column, or -1. */
    static final class Name {

        private final byte[] quoted;
        private final int index;
        private final boolean exact;
        private Name follower;

        private Name(byte[] quoted, int index, boolean exact) {
            this.quoted = quoted;
            this.index = index;
            this.exact = exact;
            this.follower = this;
        }

        int index() {
            return index;
        }

        private boolean isAt(byte[] bytes, int start) {
            int end = start + quoted.length;
            return end <= bytes.length && Arrays.equals(quoted, 0, quoted.length, bytes, start, end);
        }
    }

    /** Begins an object. */
    void start() {
        Arrays.fill(exactly, false);
        Arrays.fill(anyCase, false);
        last = beginning;
    }

    /** Reads a name and the colon. */
    Name next(JsonReader in) throws DecodeException {
        if (in.peek() != '"') {
            throw in.malformed("a name is missing");
        }
        byte[] bytes = in.bytes();
        int start = in.position();
        Name name = last.follower;
        if (name.quoted.length == 0 || !name.isAt(bytes, start)) {
            name = find(in, bytes, start);
            last.follower = name;
        }
        last = name;
        in.nameRead(start + name.quoted.length);
        return name;
    }

    private Name find(JsonReader in, byte[] bytes, int start) throws DecodeException {
        String text = in.takeString();
        int end = in.position();
        int slot = hash(bytes, start, end) & (table.length - 1);
        while (table[slot] != null) {
            if (table[slot].quoted.length == end - start && table[slot].isAt(bytes, start)) {
                return table[slot];
            }
            slot = (slot + 1) & (table.length - 1);
        }
        Name name = resolve(text, Arrays.copyOfRange(bytes, start, end));
        if (learnt < MAX_LEARNT) {
            table[slot] = name;
            learnt++;
            if (2 * learnt > table.length) {
                grow();
            }
        }
        return name;
    }

    private Name resolve(String text, byte[] quoted) {
        int index = columns.indexOf(text);
        return index >= 0
                ? new Name(quoted, index, true)
                : new Name(quoted, columns.indexOf(text.toUpperCase(Locale.ROOT)), false);
    }

    private void grow() {
        Name[] larger = new Name[2 * table.length];
        for (Name name : table) {
            if (name != null) {
                int slot = hash(name.quoted, 0, name.quoted.length) & (larger.length - 1);
                while (larger[slot] != null) {
                    slot = (slot + 1) & (larger.length - 1);
                }
                larger[slot] = name;
            }
        }
        table = larger;
    }

    private static int hash(byte[] bytes, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ (hash >>> 16);
    }

    /** Whether the value of this member is the column's, by what came before it in the object. */
    boolean counts(Name name) {
        if (name.exact) {
            exactly[name.index] = true;
            return true;
        }
        boolean first = !exactly[name.index] && !anyCase[name.index];
        anyCase[name.index] = true;
        return first;
    }
}
