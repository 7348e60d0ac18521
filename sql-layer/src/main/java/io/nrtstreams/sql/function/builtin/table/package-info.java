/**
 * The table functions.
 */
@NullMarked
package io.nrtstreams.sql.function.builtin.table;

import org.jspecify.annotations.NullMarked;
