package io.nrtstreams.shell;

/** Something that the shell itself cannot do; the message is for the user. */
final class ShellFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ShellFailure(String message) {
        super(message);
    }

    ShellFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
