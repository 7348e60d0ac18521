/** Child JVMs, one for each run. */
@NullMarked
package io.nrtstreams.bench.jvm;

import org.jspecify.annotations.NullMarked;
