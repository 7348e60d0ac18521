/** A broker in a JVM of its own, and what is asked of it. */
@NullMarked
package io.nrtstreams.bench.broker;

import org.jspecify.annotations.NullMarked;
