/** The mock source in real workers over a real broker: what is in its topics equals what anyone can recompute. */
@NullMarked
package io.nrtstreams.it.source;

import org.jspecify.annotations.NullMarked;
