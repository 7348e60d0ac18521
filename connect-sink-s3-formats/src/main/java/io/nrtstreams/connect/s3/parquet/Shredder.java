package io.nrtstreams.connect.s3.parquet;

import io.nrtstreams.connect.s3.layout.Misfit;
import org.jspecify.annotations.Nullable;

/**
 * Takes values of one type apart into columns.
 *
 * <p>Levels are those of the Dremel paper (Melnik et al., VLDB 2010): the definition level says how many of the optional
 * and repeated fields on the way to a value are there, the repetition level which repeated field has another item.
 */
interface Shredder {
    /**
     * Takes a value apart.
     *
     * @param definition level of the place the value is in
     * @throws Misfit if it does not fit the type; a value of another class may throw any {@link RuntimeException}
     */
    void write(@Nullable Object value, int repetition, int definition);

    /** Says to all columns of the type that a field round it is not there, from {@code definition} on. */
    void writeAbsent(int repetition, int definition);
}
