/**
 * The aggregate functions. States are values that are never changed in place: a row that fails half-way leaves nothing behind,
 * and a state can be given out as the result where both are the same.
 */
@NullMarked
package io.nrtstreams.sql.function.builtin.aggregate;

import org.jspecify.annotations.NullMarked;
