/** Measures of the cleaning transforms, which run in JVMs of their own. */
@NullMarked
package io.nrtstreams.bench.cleaning;

import org.jspecify.annotations.NullMarked;
