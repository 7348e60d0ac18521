/** Declared Spark SQL jobs: from a definition to a running streaming query. */
@NullMarked
package io.nrtstreams.analytics.pipeline;

import org.jspecify.annotations.NullMarked;
