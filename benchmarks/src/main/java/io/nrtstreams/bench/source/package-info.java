/** What a source connector costs: its task alone, and in a worker over a broker. */
@NullMarked
package io.nrtstreams.bench.source;

import org.jspecify.annotations.NullMarked;
