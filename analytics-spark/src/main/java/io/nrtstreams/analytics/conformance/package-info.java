/** Cases of the SQL layer on Spark and a real broker. */
@NullMarked
package io.nrtstreams.analytics.conformance;

import org.jspecify.annotations.NullMarked;
