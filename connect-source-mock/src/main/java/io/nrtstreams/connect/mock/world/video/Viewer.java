package io.nrtstreams.connect.mock.world.video;

import java.util.List;

/**
 * A viewer, the same for all seeds.
 *
 * @param id the user's number
 * @param place number of the place in {@code City.ALL} whose clock is the viewer's
 * @param patience how much the viewer watches of anything, 0..1
 * @param affinities how much each {@link Category} is to the viewer's taste, 0..1, in the order of {@link Category#ALL}
 */
public record Viewer(int id, int place, double patience, List<Double> affinities) {
    public Viewer {
        affinities = List.copyOf(affinities);
    }

    /** How much a category is to the viewer's taste, 0..1. */
    public double affinity(Category category) {
        return affinities.get(category.number());
    }
}
