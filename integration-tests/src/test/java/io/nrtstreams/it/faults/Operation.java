package io.nrtstreams.it.faults;

/** What a request to S3 asks for, told from its method, path and query. */
enum Operation {
    PUT_OBJECT,
    BEGIN_UPLOAD,
    UPLOAD_PART,
    COMPLETE_UPLOAD,
    ABORT_UPLOAD,
    LIST,
    HEAD,
    OTHER;

    static Operation of(HttpMessage request) {
        String target = request.target();
        return switch (request.method()) {
            case "PUT" -> target.contains("uploadId=") ? UPLOAD_PART : PUT_OBJECT;
            case "POST" -> target.contains("uploadId=") ? COMPLETE_UPLOAD : BEGIN_UPLOAD;
            case "DELETE" -> ABORT_UPLOAD;
            case "HEAD" -> HEAD;
            case "GET" -> target.contains("list-type=") ? LIST : OTHER;
            default -> OTHER;
        };
    }
}
