package io.nrtstreams.analytics.host.flow;

/** Takes blocks for the next level. Used by one thread. */
@FunctionalInterface
public interface BlockOutput {

    void accept(Block block);
}
