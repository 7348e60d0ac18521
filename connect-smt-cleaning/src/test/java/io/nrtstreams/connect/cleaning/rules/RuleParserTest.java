package io.nrtstreams.connect.cleaning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "trimm; at column 1: expected an operation, found trimm; did you mean trim?",
                "trim | rnage 0..1; at column 8: expected an operation, found rnage; did you mean range?",
                "null_if 'x'; at column 1: expected an operation, found null_if; did you mean null-if?",
                "trim | | upper; at column 8: expected an operation, found the end of the rule",
                "trim |; at column 7: expected an operation, found the end of the rule",
                "\"\"; at column 1: expected an operation, found the end of the rule",
                "'trim'; at column 1: expected an operation, found 'trim'",
                "else reject; at column 1: expected an operation, found else",
                "trim upper; at column 6: expected | before the next rule, else, or the end, found upper",
                "to flaot64; at column 4: expected a type, found flaot64; did you mean float64?",
                "to decimal; at column 4: expected a type, found decimal; there are string, int8",
                "to; at column 3: expected a type, found the end of the rule",
                "to else null; at column 4: expected a type, found else",
                "range 0-1; at column 7: expected bounds such as 0..100, 0.. or ..100",
                "range ..; at column 7: expected bounds",
                "range; at column 6: expected bounds",
                "range 0..x; at column 10: expected a number as bound",
                "range 5..1; at column 7: expected the lower bound before the upper one",
                "enum; at column 5: expected a text in quotes, found the end of the rule",
                "map 'a' 'b'; at column 9: expected = between the two sides of a pair, found 'b'",
                "map 'a'=; at column 9: expected the text after =, found the end of the rule",
                "map 'a'='b' 'a'='c'; at column 13: the text is already mapped by an earlier pair",
                "null-if 'x; at column 9: expected a closing quote for the one here",
                "regex '[a-'; at column 11: expected a regular expression: ",
                "default; at column 8: expected a value, found the end of the rule",
                "trim else; at column 10: expected reject, null, default, flag, drop, fail after else, found the end of the rule",
                "trim else rejct; at column 11: expected reject, null, default, flag, drop, fail after else, found rejct; did you mean reject?",
                "to int32 else flag; at column 10: else flag would keep a value of the wrong type; say else null flag",
                "drop | trim; at column 8: expected the end, since nothing can follow drop or rename",
                "rename 'a' else null; at column 12: expected the end, since drop and rename never find a value unfit",
                "to float64 locale 'xx-YY'; at column 19: expected a locale such as de-DE",
                "to string locale de; at column 11: a locale says how numbers are written; string is none",
                "to float64 rounding up; at column 12: only whole numbers are rounded to; float64 keeps fractions",
                "to int32 rounding halfup; at column 19: expected up or down or ceiling or floor or half-up or half-down or half-even, found halfup; did you mean half-up?",
                "unit mhp to km/h; at column 6: expected a unit, found mhp; did you mean mph?",
                "unit mph to kWh; at column 13: expected a unit of speed, as mph is one, found kWh",
                "unit mph; at column 9: expected to, found the end of the rule",
                "timestamp 'yyyy-MM-ddd' zone UTC; at column 11: expected a pattern",
                "timestamp 'YYYY-MM-dd'; at column 11: expected a pattern with year, month and day",
                "timestamp 'HH:mm'; at column 11: expected a pattern with year, month and day",
                "timestamp 'bogus'; at column 11: expected a pattern of java.time",
                "timestamp zone 'Europe/Belrin'; at column 16: expected a zone such as Europe/Berlin, found Europe/Belrin; did you mean Europe/Berlin?",
                "timestamp gap skip; at column 15: expected shift or reject, found skip",
                "timestamp overlap none; at column 19: expected earlier or later or reject, found none",
                "format; at column 7: expected a pattern in quotes",
                "epoch h; at column 7: expected s or ms or us or ns, found h",
                "range 2000-01-01..5; at column 7: expected two numbers or two times as bounds",
                "clamp 2000-01-01..; at column 7: expected bounds of numbers",
                "outlier mda 5; at column 9: expected zscore or mad, found mda; did you mean mad?",
                "outlier mad 0; at column 13: expected how many deviations are too far",
                "outlier mad 5 over 2; at column 20: expected how many values to look at, a whole number from 3 to 10000",
                "outlier mad 5 over 10 warmup 11; at column 30: expected how many values to wait for, a whole number from 3 to 10",
                "outlier mad 5 over 10000 keys 10000; at column 9: expected to remember at most 256 MB, found up to 1530 MB for 10000 keys; lower keys or over",
                "outlier zscore 5 over 3 keys 10000000; at column 9: expected to remember at most 256 MB, found up to",
                "last-known within 10m keys 10000000; at column 12: expected to remember at most 256 MB, found up to 5913 MB for 10000000 keys; lower keys",
                "outlier mad 5 per a..b; at column 19: in the field path 'a..b'",
                "last-known 10m; at column 12: expected within, found 10m",
                "last-known within soon; at column 19: ",
                "mask 'ab'; at column 6: expected one character to mask with",
                "mask first x; at column 12: expected how many characters stay, a whole number from 0 to 100",
                "trim | hmac; at column 8: hmac needs a secret; give the transform the key hmac.key",
                "replace 'a' 'b'; at column 13: expected with, found 'b'",
                "replace 'a' with '$1'; at column 18: expected a replacement in which $ and the number",
                "replace '(?x)a # one' with '$1'; at column 28: expected a replacement in which $ and the number",
                "replace '\\Qa' with '$1'; at column 20: expected a replacement in which $ and the number",
                "replace 'a' with '\\'; at column 18: expected a replacement in which $ and the number",
                "replace 'a' with '${x}'; at column 18: expected a replacement in which $ and the number",
                "clamp 1; at column 7: expected bounds",
                "rename; at column 7: expected a name, found the end of the rule",
                "trim else null flag x; at column 21: expected | before the next rule, else, or the end, found x",
                "trim else null x; at column 16: expected | before the next rule, else, or the end, found x",
                "to int32 | default abc; at column 20: expected a whole number that fits int32, since the field is int32 here",
                "rename ''; at column 8: expected a name that is not empty",
                "default null; at column 9: expected a value, found null; in quotes, 'null', it would be a text",
                "trim else default null; at column 19: expected a value after default, found null",
                "to int32 else default x; at column 23: expected a whole number that fits int32"
            })
    void aMistakeIsNamedWithItsColumnAndWhatWasExpected(String rules, String mistake) {
        assertThat(RuleParser.parse(rules, RuleSettings.NONE).mistakes())
                .singleElement()
                .satisfies(found -> assertThat(found.getMessage()).startsWith(mistake));
    }

    @Test
    void allMistakesOfAListAreReportedTogether() {
        assertThat(RuleParser.parse("trimm | range 0.1 | to int32 | lenght 1..2", RuleSettings.NONE)
                        .mistakes())
                .extracting(TextMistake::column)
                .containsExactly(1, 15, 32);
    }

    @Test
    void aBarOrAnElseWithinQuotesIsText() {
        RuleParser.Parsed parsed =
                RuleParser.parse("map 'a|b'='else' | enum 'else' 'x=y' else null", RuleSettings.NONE);

        RuleChain chain = parsed.rules().orElseThrow().bind("f", null, true);
        assertThat(chain.run("a|b", new Passage())).isEqualTo("else");
        assertThat(chain.run("x=y", new Passage())).isEqualTo("x=y");
        assertThat(chain.run("y", new Passage())).isNull();
    }
}
