/** A real broker for tests, in a JVM of its own. */
@NullMarked
package io.nrtstreams.analytics.broker;

import org.jspecify.annotations.NullMarked;
