/**
 * The proof that nothing was lost or doubled: from the seed to Kafka, and from Kafka to S3.
 *
 * <p>Kafka holds the truth in the middle. {@link SeriesAudit} recomputes what a source must have produced and compares
 * it with the topics; {@link LakeAudit} compares the topics with the objects, offset by offset.
 */
@NullMarked
package io.nrtstreams.quickstart.audit;

import org.jspecify.annotations.NullMarked;
