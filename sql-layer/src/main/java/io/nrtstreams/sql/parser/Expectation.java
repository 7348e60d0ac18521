package io.nrtstreams.sql.parser;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says in few words what could stand somewhere. */
final class Expectation {

    private static final int MOST = 7;

    private static final IntervalSet NUMBER = Words.firstOf(SqlGrammarParser.RULE_number);
    /** What may follow a name, a number or the like within the same operand. */
    private static final IntervalSet CALCULATION = new IntervalSet(
            SqlGrammarLexer.PLUS,
            SqlGrammarLexer.MINUS,
            SqlGrammarLexer.STAR,
            SqlGrammarLexer.SLASH,
            SqlGrammarLexer.PERCENT,
            SqlGrammarLexer.CONCATENATE);

    private static final IntervalSet OPERATION = CALCULATION.or(Words.firstOf(SqlGrammarParser.RULE_predicate));
    private static final IntervalSet SUFFIX = new IntervalSet(
            SqlGrammarLexer.AND,
            SqlGrammarLexer.OR,
            SqlGrammarLexer.FIELD_ARROW,
            SqlGrammarLexer.OPEN_SQUARE,
            SqlGrammarLexer.DOT,
            SqlGrammarLexer.LAMBDA_ARROW,
            SqlGrammarLexer.OPEN);

    private final IntervalSet left;
    private final List<String> phrases = new ArrayList<>();

    private Expectation(IntervalSet expected) {
        left = new IntervalSet(expected);
    }

    /** A sentence with a leading blank; empty when nothing could stand there. */
    static String sentence(IntervalSet expected) {
        Expectation expectation = new Expectation(expected);
        expectation.collect();
        return expectation.sentence();
    }

    private void collect() {
        take("a statement", Words.firstOf(SqlGrammarParser.RULE_statement));
        take("an expression", Words.firstOf(SqlGrammarParser.RULE_expression));
        take("an expression", Words.firstOf(SqlGrammarParser.RULE_valueExpression));
        take("a name", Words.NAMES);
        take("a name", Words.ALIASES);
        if (take("an operator", OPERATION) || take("an operator", CALCULATION)) {
            SUFFIX.toList().forEach(left::remove);
        }
        take("a number", NUMBER);
        take("a whole number", IntervalSet.of(SqlGrammarLexer.INTEGER));
        take("a string", IntervalSet.of(SqlGrammarLexer.STRING));
        take("the end of the statement", IntervalSet.of(Token.EOF));
        left.toList().forEach(type -> phrases.add(shown(Words.display(type))));
    }

    private static String shown(String text) {
        return Character.isLetter(text.charAt(0)) ? text : "'" + text + "'";
    }

    /** One phrase in place of a whole group of kinds of tokens, if all of them are expected. */
    private boolean take(String phrase, IntervalSet group) {
        boolean all = group.subtract(left).isNil();
        if (all) {
            phrases.add(phrase);
            group.toList().forEach(left::remove);
        }
        return all;
    }

    private String sentence() {
        if (phrases.isEmpty()) {
            return "";
        }
        int last = phrases.size() - 1;
        if (last == 0) {
            return " Expected " + phrases.get(0) + ".";
        }
        return phrases.size() > MOST
                ? " Expected " + String.join(", ", phrases.subList(0, MOST)) + " or other words."
                : " Expected " + String.join(", ", phrases.subList(0, last)) + " or " + phrases.get(last) + ".";
    }
}
