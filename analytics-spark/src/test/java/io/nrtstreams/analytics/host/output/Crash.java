package io.nrtstreams.analytics.host.output;

/** The end of a process, as far as one process can show it: nobody catches it, so nothing is put in order. */
final class Crash extends Error {

    private static final long serialVersionUID = 1;
}
