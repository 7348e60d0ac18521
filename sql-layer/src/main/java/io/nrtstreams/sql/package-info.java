/** Streams and tables in SQL: what the packages below share. */
@NullMarked
package io.nrtstreams.sql;

import org.jspecify.annotations.NullMarked;
