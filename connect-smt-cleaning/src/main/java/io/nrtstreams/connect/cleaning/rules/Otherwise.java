package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Action;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.kit.config.Suggestions;
import java.util.List;

/**
 * What follows {@code else}: {@code reject}, {@code fail}, {@code drop}, {@code null}, {@code default value} or
 * {@code flag}. The record of the last three goes on; after the first two of these, {@code flag} may follow too.
 *
 * @param flagged whether a header of the record tells
 */
record Otherwise(Recourse recourse, boolean flagged) {
    private static final List<String> ACTIONS = List.of("reject", "null", "default", "flag", "drop", "fail");

    static Otherwise parse(Arguments arguments) {
        Token action = arguments.next();
        Otherwise otherwise = switch (action.type() == Token.Type.WORD ? action.text() : "") {
            case "reject" -> new Otherwise(Rule.rejecting(), false);
            case "fail" -> new Otherwise(new Recourse.Refuse(Action.FAIL), false);
            case "drop" -> new Otherwise(new Recourse.Refuse(Action.DROP), false);
            case "flag" -> new Otherwise(new Recourse.Keep(), true);
            case "null" -> goingOn(new Recourse.Null(), arguments);
            case "default" -> goingOn(new Recourse.Substitute(arguments.filling("a value after default")), arguments);
            default ->
                throw new TextMistake(
                        action.column(),
                        "expected " + String.join(", ", ACTIONS) + " after else, found " + action.shown()
                                + Suggestions.nearest(action.text(), ACTIONS)
                                        .map(meant -> "; did you mean " + meant + "?")
                                        .orElse(""));
        };
        arguments.end();
        return otherwise;
    }

    private static Otherwise goingOn(Recourse recourse, Arguments arguments) {
        boolean flagged = arguments.peek().isWord("flag");
        if (flagged) {
            arguments.next();
        }
        return new Otherwise(recourse, flagged);
    }

    /**
     * Says that the action makes sense for an operation.
     *
     * @param place where {@code else} stands
     * @throws TextMistake if it does not
     */
    void check(Operation operation, Token place) {
        if (operation instanceof Placement) {
            throw new TextMistake(place.column(), "expected the end, since drop and rename never find a value unfit");
        }
        if (recourse instanceof Recourse.Keep && operation.typeAfter(null) != null) {
            throw new TextMistake(
                    place.column(),
                    "else flag would keep a value of the wrong type; say else null flag, or else default value flag");
        }
    }
}
