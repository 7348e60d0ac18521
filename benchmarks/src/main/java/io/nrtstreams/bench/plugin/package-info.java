/** Plugins as a worker loads them. */
@NullMarked
package io.nrtstreams.bench.plugin;

import org.jspecify.annotations.NullMarked;
