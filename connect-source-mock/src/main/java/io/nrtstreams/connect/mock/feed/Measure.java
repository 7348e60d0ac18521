package io.nrtstreams.connect.mock.feed;

import io.nrtstreams.connect.kit.data.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * A number that a device measures.
 *
 * @param path where it is within the value
 * @param least no clean value is below
 * @param most no clean value is above
 * @param otherUnit another unit that it might be sent in by mistake, null if there is none
 */
public record Measure(
        FieldPath path, double least, double most, @Nullable OtherUnit otherUnit) {
    /** A number without another unit. */
    public static Measure of(String path, double least, double most) {
        return new Measure(FieldPath.parse(path), least, most, null);
    }

    /** This number, which might be sent in another unit. */
    public Measure or(OtherUnit unit) {
        return new Measure(path, least, most, unit);
    }
}
