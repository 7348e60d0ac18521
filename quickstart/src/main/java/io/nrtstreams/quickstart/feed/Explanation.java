package io.nrtstreams.quickstart.feed;

/** Whether the truth is printed beside each record. */
public enum Explanation {
    /** Records alone. */
    NONE,
    /** The truth as well. */
    TRUTH
}
