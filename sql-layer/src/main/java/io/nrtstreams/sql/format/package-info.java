/** Columns to bytes and back. */
@NullMarked
package io.nrtstreams.sql.format;

import org.jspecify.annotations.NullMarked;
