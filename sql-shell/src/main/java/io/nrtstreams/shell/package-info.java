/** The SQL shell. */
@NullMarked
package io.nrtstreams.shell;

import org.jspecify.annotations.NullMarked;
