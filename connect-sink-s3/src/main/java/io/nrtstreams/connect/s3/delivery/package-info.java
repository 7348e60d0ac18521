/** Exactly once by chained conditional writes: chains, frontier, rotation, memory, and the requests that publish. */
@NullMarked
package io.nrtstreams.connect.s3.delivery;

import org.jspecify.annotations.NullMarked;
