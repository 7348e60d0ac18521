package io.nrtstreams.connect.mock.custom;

import io.nrtstreams.connect.kit.config.Suggestions;
import io.nrtstreams.connect.mock.series.Draws;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the fields of a definition may refer to. Not thread-safe.
 *
 * @param seed of everything that is drawn
 * @param feed name of the feed, which its draws are of
 * @param root path of the definition itself, so that it draws the same alone and within another
 * @param names of the fields that can be referred to, in their order
 * @param feeds the other feeds by their names
 * @param used places of the fields that the field which is read refers to
 */
record Scope(long seed, String feed, String root, List<String> names, Map<String, Referred> feeds, Set<Integer> used) {
    /**
     * Another feed.
     *
     * @param feed what it emits
     * @param definition what it says of its fields
     */
    record Referred(CustomFeed feed, Definition definition) {}

    Scope forField() {
        return new Scope(seed, feed, root, names, feeds, new LinkedHashSet<>());
    }

    /** Draws that no other field has. */
    Draws draws(String path) {
        return Draws.of(seed, feed + " " + path.substring(root.isEmpty() ? 0 : root.length() + 1));
    }

    /**
     * Reads another field of the same record.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    Generator field(String name) {
        int place = names.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("there is no field " + name
                    + Suggestions.nearest(name, names)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse(" beside this one"));
        }
        used.add(place);
        return moment -> moment.values[place];
    }
}
