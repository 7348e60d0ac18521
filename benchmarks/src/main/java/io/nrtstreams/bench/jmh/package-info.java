/** Runs of benchmarks by JMH, in JVMs with class paths of their own, and their figures. */
@NullMarked
package io.nrtstreams.bench.jmh;

import org.jspecify.annotations.NullMarked;
