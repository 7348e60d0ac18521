package io.nrtstreams.connect.cleaning.core;

/**
 * 128 bits that stand for a value of any size. That two values of a window of a billion have the same ones is less likely
 * than one in 10^20, also where somebody tries.
 */
public record Fingerprint(long high, long low) {}
