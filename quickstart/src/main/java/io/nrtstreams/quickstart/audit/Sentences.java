package io.nrtstreams.quickstart.audit;

import java.util.ArrayList;
import java.util.List;

/** Collects what there is to say, of which it keeps the first {@value #MOST} and counts the rest. Not thread-safe. */
final class Sentences {
    private static final int MOST = 100;

    private final List<String> first = new ArrayList<>();
    private long more;

    void add(String sentence) {
        if (first.size() < MOST) {
            first.add(sentence);
        } else {
            more++;
        }
    }

    void addAll(Iterable<String> sentences) {
        sentences.forEach(this::add);
    }

    List<String> all() {
        List<String> all = new ArrayList<>(first);
        if (more > 0) {
            all.add("and " + more + " more of this kind");
        }
        return all;
    }
}
