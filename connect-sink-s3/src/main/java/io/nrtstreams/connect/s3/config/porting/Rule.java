package io.nrtstreams.connect.s3.config.porting;

/** Says what becomes of a key's value, in view of the whole configuration. */
@FunctionalInterface
interface Rule {
    /**
     * What becomes of the value.
     *
     * @param value without white space at its ends
     * @throws IllegalArgumentException if it is refused; the message says why and what to do instead
     */
    Outcome read(String value, Given given);
}
