/** Comma-separated text as a format of keys and values. */
@NullMarked
package io.nrtstreams.sql.format.delimited;

import org.jspecify.annotations.NullMarked;
