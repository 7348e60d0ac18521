package io.nrtstreams.bench.endpoint;

import java.util.Map;

/** The requests of S3 that the endpoint knows. */
public enum RequestKind {
    PUT_OBJECT,
    CREATE_UPLOAD,
    UPLOAD_PART,
    COMPLETE_UPLOAD,
    ABORT_UPLOAD,
    LIST_UPLOADS,
    LIST_OBJECTS,
    HEAD_OBJECT,
    GET_OBJECT,
    DELETE_OBJECT,
    HEAD_BUCKET,
    /** Refused: a measure must not rest on an answer that S3 would not give. */
    UNKNOWN;

    /**
     * The kind by method, whether a key is named, and the parameters of the query.
     *
     * @param query parameters by name; a parameter without a value has the empty text
     */
    static RequestKind of(String method, boolean hasKey, Map<String, String> query) {
        return hasKey ? ofObject(method, query) : ofBucket(method, query);
    }

    private static RequestKind ofObject(String method, Map<String, String> query) {
        boolean ofUpload = query.containsKey("uploadId");
        return switch (method) {
            case "PUT" -> !ofUpload ? PUT_OBJECT : query.containsKey("partNumber") ? UPLOAD_PART : UNKNOWN;
            case "POST" -> ofUpload ? COMPLETE_UPLOAD : query.containsKey("uploads") ? CREATE_UPLOAD : UNKNOWN;
            case "DELETE" -> ofUpload ? ABORT_UPLOAD : DELETE_OBJECT;
            case "HEAD" -> HEAD_OBJECT;
            case "GET" -> query.isEmpty() || query.containsKey("x-id") ? GET_OBJECT : UNKNOWN;
            default -> UNKNOWN;
        };
    }

    private static RequestKind ofBucket(String method, Map<String, String> query) {
        if (method.equals("HEAD")) {
            return HEAD_BUCKET;
        }
        if (!method.equals("GET")) {
            return UNKNOWN;
        }
        return query.containsKey("uploads")
                ? LIST_UPLOADS
                : "2".equals(query.get("list-type")) ? LIST_OBJECTS : UNKNOWN;
    }
}
