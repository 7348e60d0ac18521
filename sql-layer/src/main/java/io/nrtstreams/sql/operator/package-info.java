/** The nodes of a plan at work, one record at a time. */
@NullMarked
package io.nrtstreams.sql.operator;

import org.jspecify.annotations.NullMarked;
