package io.nrtstreams.connect.s3.storage;

import io.nrtstreams.connect.s3.file.Segments;
import java.util.Map;

/**
 * An object to be written.
 *
 * @param key the whole key, prefix included
 * @param content the bytes
 * @param contentType the media type
 * @param metadata user metadata, ASCII
 */
public record NewObject(String key, Segments content, String contentType, Map<String, String> metadata) {}
