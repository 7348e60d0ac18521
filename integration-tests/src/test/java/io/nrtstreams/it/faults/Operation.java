package io.nrtstreams.it.faults;

/** What a request to S3 asks for, told from its method, path and query. */
enum Operation {
    PUT_OBJECT,
    BEGIN_UPLOAD,
    UPLOAD_PART,
    COMPLETE_UPLOAD,
    ABORT_UPLOAD,
    LIST,
    /** With the first byte of the object, or without. */
    READ_METADATA,
    OTHER;

    static Operation of(HttpMessage request) {
        String target = request.target();
        return switch (request.method()) {
            case "PUT" -> target.contains("uploadId=") ? UPLOAD_PART : PUT_OBJECT;
            case "POST" -> target.contains("uploadId=") ? COMPLETE_UPLOAD : BEGIN_UPLOAD;
            case "DELETE" -> ABORT_UPLOAD;
            case "HEAD" -> READ_METADATA;
            case "GET" -> read(target);
            default -> OTHER;
        };
    }

    private static Operation read(String target) {
        if (target.contains("list-type=")) {
            return LIST;
        }
        return target.contains("?") ? OTHER : READ_METADATA;
    }
}
