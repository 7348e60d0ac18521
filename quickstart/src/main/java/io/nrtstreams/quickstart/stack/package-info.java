/** The child JVMs of the embedded stack: how they are described, started, watched, recorded and stopped. */
@NullMarked
package io.nrtstreams.quickstart.stack;

import org.jspecify.annotations.NullMarked;
