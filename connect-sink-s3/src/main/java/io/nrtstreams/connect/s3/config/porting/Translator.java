package io.nrtstreams.connect.s3.config.porting;

import io.nrtstreams.connect.s3.config.porting.PeerKey.Trait;
import io.nrtstreams.connect.s3.config.porting.Ported.Reading;
import io.nrtstreams.connect.s3.config.porting.Ported.Reading.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;

/** Turns keys of other sinks into keys of this one: first all that are kept are, then others are translated. Used once. */
final class Translator {
    private final Map<String, String> given;
    private final ConfigDef definition;
    private final Map<String, String> result = new HashMap<>();
    /** Which key set a key of the result; its own name where it was written as it is. */
    private final Map<String, String> setBy = new HashMap<>();

    private final List<Reading> readings = new ArrayList<>();
    private final TreeMap<String, String> remarks = new TreeMap<>();
    private final TreeMap<String, String> refusals = new TreeMap<>();

    Translator(Map<String, String> given, ConfigDef definition) {
        this.given = given;
        this.definition = definition;
    }

    /** Takes over a key as it is. One without a value is as good as none. */
    void keep(String name) {
        Optional.ofNullable(given.get(name)).ifPresent(value -> {
            result.put(name, value);
            setBy.put(name, name);
        });
    }

    /** Translates a key of another sink that was written. */
    void translate(Peer peer, PeerKey key) {
        written(key).ifPresent(value -> translate(key, key.read(value, new Given(given, peer))));
    }

    private void translate(PeerKey key, Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            refusals.put(key.name(), refused.remedy());
        } else if (outcome instanceof Outcome.Kept) {
            keep(key.name());
        } else if (outcome instanceof Outcome.Ignored ignored) {
            remarks.put(key.name(), "has no effect: " + ignored.reason());
        } else if (outcome instanceof Outcome.Becomes becomes) {
            becomes.difference().ifPresent(difference -> remarks.put(key.name(), difference));
            sorted(becomes.settings()).forEach((target, value) -> set(key, target, value));
            giveWay(key, Origin.SET, becomes.besides());
        }
    }

    /** Lets the other sink's defaults count for what nobody has written. */
    void applyDefaults(Peer peer) {
        sorted(peer.keys()).values().stream()
                .filter(key -> key.has(Trait.DEFAULT_APPLIES) && written(key).isEmpty())
                .filter(key -> !setBy.containsKey(key.targets().get(0)))
                .forEach(key -> applyDefault(peer, key));
    }

    private void applyDefault(Peer peer, PeerKey key) {
        Outcome outcome = key.read(key.standard(), new Given(given, peer));
        if (outcome instanceof Outcome.Refused refused) {
            refusals.put(
                    key.name(), "is not set, and its default there is " + key.standard() + ": " + refused.remedy());
        } else if (outcome instanceof Outcome.Becomes becomes) {
            giveWay(key, Origin.DEFAULT, becomes.settings());
            giveWay(key, Origin.DEFAULT, becomes.besides());
        }
    }

    /** Refuses a configuration that is made of two other sinks'. */
    void refuseBoth(Peer first, Peer second) {
        String ofFirst = first.marksOf(given).get(0);
        second.marksOf(given)
                .forEach(mark -> refusals.put(
                        mark,
                        "is a key of " + second.title() + ", while " + ofFirst + " is one of " + first.title()
                                + ": keep the keys of one"));
    }

    Ported done() {
        return new Ported(result, readings, remarks, refusals);
    }

    /** The key's value, if it was written and says anything. */
    private Optional<String> written(PeerKey key) {
        return Optional.ofNullable(given.get(key.name()))
                .map(String::trim)
                .filter(value -> !value.isEmpty() || key.has(Trait.EMPTY_COUNTS));
    }

    private void set(PeerKey key, String target, String value) {
        String other = setBy.get(target);
        if (other == null) {
            put(key, Origin.SET, target, value);
        } else if (!value.equals(String.valueOf(result.get(target)).trim())) {
            refusals.put(
                    key.name(),
                    other.equals(target)
                            ? "is " + target + " here, which is set as well and differs: keep one of them"
                            : "and " + other + " both are " + target + " here, and differ: keep one of them");
        }
    }

    /** Sets what nothing else has set. */
    private void giveWay(PeerKey key, Origin origin, Map<String, String> settings) {
        sorted(settings).forEach((target, value) -> {
            if (!setBy.containsKey(target)) {
                put(key, origin, target, value);
            }
        });
    }

    private void put(PeerKey key, Origin origin, String target, String value) {
        if (!definition.names().contains(target)) {
            // A setting that no key takes would be lost without a word, be it encryption.
            refusals.put(key.name(), "would be " + target + " here, which this version does not have");
            return;
        }
        result.put(target, value);
        setBy.put(target, key.name());
        if (!target.equals(key.name()) || !value.equals(given.get(target))) {
            readings.add(new Reading(key.name(), origin, target, key.has(Trait.SECRET) ? "" : value));
        }
    }

    private static <V> Map<String, V> sorted(Map<String, V> map) {
        return new TreeMap<>(map);
    }
}
