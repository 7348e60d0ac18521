/** A small S3 endpoint that takes what is measured and counts it. */
@NullMarked
package io.nrtstreams.bench.endpoint;

import org.jspecify.annotations.NullMarked;
