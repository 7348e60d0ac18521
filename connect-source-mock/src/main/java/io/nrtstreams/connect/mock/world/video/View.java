package io.nrtstreams.connect.mock.world.video;

/**
 * One video watched.
 *
 * @param viewer who
 * @param category what
 * @param affinity of the viewer to the category, 0..1
 * @param attention at this time, about 1
 * @param expectedShare of the video that such a viewer watches on average at this time, before it is cut to 0..1
 * @param watchSeconds watched, 0 to 29
 * @param likeProbability as {@link Viewers#likeProbability} has it
 * @param liked whether it was liked
 */
public record View(
        Viewer viewer,
        Category category,
        double affinity,
        double attention,
        double expectedShare,
        int watchSeconds,
        double likeProbability,
        boolean liked) {}
