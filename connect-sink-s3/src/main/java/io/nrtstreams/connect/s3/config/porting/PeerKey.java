package io.nrtstreams.connect.s3.config.porting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A key of another sink.
 *
 * @param name as it is written there
 * @param standard its default there, empty for none, {@value #REQUIRED} where it must be set
 * @param traits what else there is to it
 * @param targets keys of this sink that it may set
 * @param here what becomes of it, in a word, for the documentation
 * @param remark what to know about it, for the documentation; may be empty
 * @param rule what becomes of a value
 */
record PeerKey(
        String name, String standard, List<Trait> traits, List<String> targets, String here, String remark, Rule rule) {
    static final String REQUIRED = "required";

    /** What a key may have beside its name. */
    enum Trait {
        /** Where the key is not set, its default there counts here as well: what is stored depends on it. */
        DEFAULT_APPLIES,
        /** Set to nothing it means nothing, rather than being as good as not set. */
        EMPTY_COUNTS,
        /** Its value is not shown. */
        SECRET
    }

    PeerKey {
        traits = List.copyOf(traits);
        targets = List.copyOf(targets);
    }

    /** A key that is called otherwise here. */
    static PeerKey alias(String name, String standard, String target) {
        return translated(name, standard, target, value -> value);
    }

    /** A key that is called otherwise here and whose values are written otherwise; an empty result sets nothing. */
    static PeerKey translated(String name, String standard, String target, UnaryOperator<String> translation) {
        return of(name, standard, List.of(target), (value, given) -> {
            String translated = translation.apply(value);
            return translated.isEmpty() && !value.isEmpty() ? Outcome.settled() : Outcome.becomes(target, translated);
        });
    }

    /** A key whose values mean one thing each. */
    static PeerKey words(String name, String standard, String target, Map<String, String> words) {
        return translated(name, standard, target, value -> Spelling.word(value, words));
    }

    /** A key that is accepted and does nothing. */
    static PeerKey ignored(String name, String standard, String reason) {
        return new PeerKey(
                name,
                standard,
                List.of(),
                List.of(),
                "no effect",
                reason,
                (value, given) -> new Outcome.Ignored(reason));
    }

    /** A key of which one value asks for what is so here anyway, while any other is refused. */
    static PeerKey only(String accepted, String name, String standard, String remedy) {
        Rule rule =
                (value, given) -> value.equalsIgnoreCase(accepted) ? Outcome.settled() : new Outcome.Refused(remedy);
        return new PeerKey(name, standard, List.of(), List.of(), "only `" + accepted + "`", remedy, rule);
    }

    /** A key that is refused whatever it says. */
    static PeerKey refused(String name, String standard, String remedy) {
        return new PeerKey(
                name, standard, List.of(), List.of(), "refused", remedy, (value, given) -> new Outcome.Refused(remedy));
    }

    /** A key with a rule of its own. */
    static PeerKey of(String name, String standard, List<String> targets, Rule rule) {
        String here = String.join(
                ", ", targets.stream().map(target -> "`" + target + "`").toList());
        return new PeerKey(name, standard, List.of(), targets, here, "", rule);
    }

    PeerKey with(Trait... more) {
        return new PeerKey(name, standard, List.of(more), targets, here, remark, rule);
    }

    PeerKey remark(String text) {
        return new PeerKey(name, standard, traits, targets, here, text, rule);
    }

    PeerKey here(String word) {
        return new PeerKey(name, standard, traits, targets, word, remark, rule);
    }

    /** The same under an older name, whose default does not count. */
    PeerKey olderName(String older) {
        List<Trait> kept =
                traits.stream().filter(trait -> trait != Trait.DEFAULT_APPLIES).toList();
        return new PeerKey(older, "", kept, targets, here, "Older name of `" + name + "`.", rule);
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** What becomes of the value, refusals included. */
    Outcome read(String value, Given given) {
        try {
            return rule.read(value, given);
        } catch (IllegalArgumentException e) {
            return new Outcome.Refused(Optional.ofNullable(e.getMessage()).orElse("expected another value"));
        }
    }
}
