package io.nrtstreams.bench.endpoint;

/** An answer other than success, with the status and the error code of S3. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    Refusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static Refusal malformed(String message) {
        return new Refusal(400, "InvalidRequest", message);
    }

    static Refusal unsupported(String message) {
        return new Refusal(501, "NotImplemented", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    /** Whether S3 answers so in its normal work: what is asked for is not there, or is there already. */
    boolean isOrdinary() {
        return status == 404 || status == 412 || status == 416;
    }
}
