package io.nrtstreams.sql.expression;

/**
 * Says why an expression failed without any value of the row. Messages of our own hold none; those of the JDK may, such as
 * the text that is no number, so that of these only the kind is told.
 */
final class FailureReason {

    private FailureReason() {}

    static String of(RuntimeException failure) {
        String kind = failure.getClass().getSimpleName();
        String message = failure.getMessage();
        if (failure instanceof ArithmeticException || failure.getClass() == IllegalArgumentException.class) {
            return message == null ? kind : message;
        }
        return kind;
    }
}
