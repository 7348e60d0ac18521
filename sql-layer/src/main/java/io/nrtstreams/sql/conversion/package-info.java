/** Values of one type as values of another: what happens by itself, and what CAST does. */
@NullMarked
package io.nrtstreams.sql.conversion;

import org.jspecify.annotations.NullMarked;
