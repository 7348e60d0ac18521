package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.Suggestions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Finds a small change of a refused text that makes it, or more of it, one of the language. */
final class Repairs {

    /** A misspelt word can be taken for an alias, so that the error shows a little later. */
    private static final int LOOK_BACK = 3;

    private static final int MAX_RESERVED = 8;

    private final Probe probe;
    private final int error;

    Repairs(Probe probe, int error) {
        this.probe = probe;
        this.error = error;
    }

    /** @param meant the word in place of the one at the index */
    record Spelling(int index, String meant) {}

    /** A word, at the error or shortly before it, that another word of the grammar put right. */
    Optional<Spelling> spelling() {
        Optional<Spelling> best = Optional.empty();
        int furthest = error;
        for (int index = error; index >= Math.max(0, error - LOOK_BACK); index--) {
            for (String word : near(probe.token(index))) {
                int reached = probe.with(index, Words.type(word).orElseThrow()).errorOf();
                if (reached > furthest) {
                    furthest = reached;
                    best = Optional.of(new Spelling(index, word));
                }
            }
        }
        return best;
    }

    private static List<String> near(Token token) {
        String text = token.getText();
        if (!Words.isWord(token) || Words.RESERVED.contains(token.getType()) || text.length() < 3) {
            return List.of();
        }
        return Words.all().stream()
                .filter(word -> !word.equalsIgnoreCase(text))
                .filter(word -> Suggestions.nearest(text, Set.of(word)).isPresent())
                .toList();
    }

    /** The first reserved word that was meant as a name: with it and its like in quotes all is well. */
    Optional<Token> reservedName() {
        return reservedName(error).or(() -> error == 0 ? Optional.empty() : reservedName(error - 1));
    }

    private Optional<Token> reservedName(int first) {
        Probe quoted = probe;
        int index = first;
        for (int i = 0; i < MAX_RESERVED && index != Probe.NONE; i++) {
            if (!Words.RESERVED.contains(probe.token(index).getType())) {
                return Optional.empty();
            }
            quoted = quoted.with(index, SqlGrammarLexer.QUOTED);
            index = quoted.errorOf();
        }
        return index == Probe.NONE ? Optional.of(probe.token(first)) : Optional.empty();
    }
}
