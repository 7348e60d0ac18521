/** Functions of numbers. */
@NullMarked
package io.nrtstreams.sql.function.builtin.math;

import org.jspecify.annotations.NullMarked;
