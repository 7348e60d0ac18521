package io.nrtstreams.shell;

/** Where statements go that are not the shell's own. */
interface Backend {

    /**
     * Carries a statement out and shows what it answers.
     *
     * @param text ends with a semicolon
     */
    void run(String text);

    /** Refuses a property of the session that there is not. */
    void requireProperty(String name);
}
