package io.nrtstreams.connect.s3.storage;

import java.util.Map;

/**
 * An object without its content.
 *
 * @param size in bytes
 * @param metadata the user metadata, keys in lower case
 */
public record ObjectHead(long size, Map<String, String> metadata) {
    public ObjectHead {
        metadata = Map.copyOf(metadata);
    }

    /**
     * The link that the sink wrote into the metadata.
     *
     * @throws IllegalArgumentException if the object was not published by this sink
     */
    public ObjectLink link() {
        return ObjectLink.fromMetadata(metadata);
    }
}
