/** The measures of the S3 sink, and the loop that drives a sink task as a worker does. */
@NullMarked
package io.nrtstreams.bench.sink;

import org.jspecify.annotations.NullMarked;
