/** The log of what was declared and started: written before it takes effect, replayed at the start. */
@NullMarked
package io.nrtstreams.analytics.sql.command;

import org.jspecify.annotations.NullMarked;
