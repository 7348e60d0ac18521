package io.nrtstreams.sql.parser;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** The words of the grammar, as the grammar itself has them. */
final class Words {

    private static final Map<String, Integer> TYPES = types();

    /** Kinds of tokens that can be a name. */
    static final IntervalSet NAMES = firstOf(SqlGrammarParser.RULE_identifier);

    /** Those of them that are a name wherever one can be. */
    static final IntervalSet ALIASES = firstOf(SqlGrammarParser.RULE_shortAlias);

    static final IntervalSet RESERVED = firstOf(SqlGrammarParser.RULE_reservedWord);

    private Words() {}

    private static Map<String, Integer> types() {
        Map<String, Integer> types = new LinkedHashMap<>();
        for (int type = 1; type <= SqlGrammarLexer.VOCABULARY.getMaxTokenType(); type++) {
            String text = display(type);
            if (Character.isLetter(text.charAt(0)) && SqlGrammarLexer.VOCABULARY.getLiteralName(type) != null) {
                types.put(text, type);
            }
        }
        return types;
    }

    /** The kinds of tokens that a rule can begin with. */
    static IntervalSet firstOf(int rule) {
        return SqlGrammarParser._ATN.nextTokens(SqlGrammarParser._ATN.ruleToStartState[rule]);
    }

    /** All words, upper case. */
    static Set<String> all() {
        return TYPES.keySet();
    }

    static Optional<Integer> type(String word) {
        return Optional.ofNullable(TYPES.get(word));
    }

    /** How the tokens of a kind look, or what they are called. */
    static String display(int type) {
        String literal = SqlGrammarLexer.VOCABULARY.getLiteralName(type);
        return literal == null
                ? SqlGrammarLexer.VOCABULARY.getDisplayName(type)
                : literal.substring(1, literal.length() - 1);
    }

    /** Whether a token is a word without quotes. */
    static boolean isWord(Token token) {
        return token.getType() == SqlGrammarLexer.IDENTIFIER || TYPES.containsValue(token.getType());
    }
}
