/** The types of the language, rows' columns and the classes of values. */
@NullMarked
package io.nrtstreams.sql.type;

import org.jspecify.annotations.NullMarked;
