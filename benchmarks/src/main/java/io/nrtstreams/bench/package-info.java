/** Benchmarks: groups of measures, each with its floor and its peers in the same run. */
@NullMarked
package io.nrtstreams.bench;

import org.jspecify.annotations.NullMarked;
