/**
 * Objects in S3 as the S3 sink lays them: read row by row as tables, or put back in the order of their offsets as the
 * history of a topic. Knows Hadoop's file systems and no Spark.
 */
@NullMarked
package io.nrtstreams.analytics.batch.history;

import org.jspecify.annotations.NullMarked;
