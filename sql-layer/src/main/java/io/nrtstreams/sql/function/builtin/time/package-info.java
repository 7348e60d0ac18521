/** Functions of dates, times and timestamps. */
@NullMarked
package io.nrtstreams.sql.function.builtin.time;

import org.jspecify.annotations.NullMarked;
