package io.nrtstreams.analytics.host.flow;

/**
 * Rows on their way to a slot, many together. {@link BlockCodec} knows what the payload holds.
 *
 * @param slot in which the rows meet those of their keys
 * @param level of the keyed stage that takes them, from 1
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares blocks, and a copy would cost what the rows cost.
public record Block(int slot, int level, byte[] payload) {}
