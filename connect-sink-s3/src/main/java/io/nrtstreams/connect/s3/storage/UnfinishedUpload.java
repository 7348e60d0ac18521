package io.nrtstreams.connect.s3.storage;

import java.time.Instant;

/**
 * An upload in parts that was begun and neither completed nor aborted: its parts take up room that costs.
 *
 * @param key the whole key of the object it was for, prefix included
 * @param uploadId what the store calls it
 * @param initiated when it was begun, by the store's clock
 */
public record UnfinishedUpload(String key, String uploadId, Instant initiated) {}
