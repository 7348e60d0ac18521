package io.nrtstreams.connect.s3.storage;

/**
 * An object as a listing shows it.
 *
 * @param key the whole key, prefix included
 * @param size in bytes
 */
public record StoredObject(String key, long size) {}
