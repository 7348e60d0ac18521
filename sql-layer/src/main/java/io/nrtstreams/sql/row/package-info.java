/** Records as bytes and as columns. */
@NullMarked
package io.nrtstreams.sql.row;

import org.jspecify.annotations.NullMarked;
