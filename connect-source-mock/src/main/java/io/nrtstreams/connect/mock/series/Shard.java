package io.nrtstreams.connect.mock.series;

/**
 * One shard of a connector: the devices {@code index, index + count, index + 2 * count, …} of a round of
 * {@code devices}.
 *
 * <p>A connector's records are numbered by rounds, one record per device and round, in the order of the devices. That
 * number is the record's <em>ordinal</em>. A shard keeps the ordinals of its own devices and numbers them from 0: the
 * <em>position</em>. So the shards of a connector part its records without a gap or an overlap, and the same records
 * come whatever the number of shards is.
 *
 * @param index which shard, from 0
 * @param count how many shards the connector has
 * @param devices how many devices the feed has, at least {@code count}
 */
public record Shard(int index, int count, int devices) {
    public Shard {
        if (index < 0 || index >= count || count > devices) {
            throw new IllegalArgumentException(
                    "shard " + index + " of " + count + " with " + devices + " devices: there is no such shard");
        }
    }

    /** How many devices the shard has. */
    public int size() {
        return (devices - index + count - 1) / count;
    }

    /** The {@code nth} device of the shard, from 0. */
    public int device(int nth) {
        return index + nth * count;
    }

    /** The number of the shard's record at {@code position} among all records of the connector. */
    public long ordinal(long position) {
        if (count == 1) {
            return position;
        }
        int size = size();
        return position / size * devices + device((int) (position % size));
    }

    /** Whether a position is one that records can have: their numbers have 57 bits, for which {@link Draws} has room. */
    public boolean counts(long position) {
        return position / size() < (1L << 57) / devices;
    }

    /** How many of the first {@code total} records of the connector are the shard's. */
    public long shareOf(long total) {
        long rounds = total / devices;
        int rest = (int) (total % devices);
        int ofRest = rest <= index ? 0 : (rest - index + count - 1) / count;
        return rounds * size() + ofRest;
    }
}
