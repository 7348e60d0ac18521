/** The analytics process: declared queries on one Spark session, and a server that tells what they answer. */
@NullMarked
package io.nrtstreams.analytics;

import org.jspecify.annotations.NullMarked;
