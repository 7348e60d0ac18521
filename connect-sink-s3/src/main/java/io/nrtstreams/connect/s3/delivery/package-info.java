/** Exactly once by chained conditional writes: chains, frontier, rotation and memory, without I/O. */
@NullMarked
package io.nrtstreams.connect.s3.delivery;

import org.jspecify.annotations.NullMarked;
