/**
 * The language: statements over streams, tables, connectors and models. The parser rules say what can be written; what it
 * means, and what of it is allowed together, is decided by the analyser.
 *
 * Every character sequence is a sequence of tokens: what is not understood becomes UNRECOGNIZED, and strings and comments
 * that nothing closes run to the end, so that only the parser reports errors.
 */
grammar SqlGrammar;

options { caseInsensitive = true; }

singleStatement: statement EOF;

singleExpression: expression EOF;

singleType: type EOF;

// ---------------------------------------------------------------------------------------------------------------------
// Statements

statement
    : EXPLAIN action                # explainStatement
    | EXPLAIN queryId=identifier    # explainQuery
    | action                        # plainStatement
    ;

action
    : query                                                                                   # selectStatement
    | CREATE orReplace? SOURCE? sourceKind ifNotExists? name=identifier columns? properties?  # createSource
    | CREATE orReplace? sourceKind ifNotExists? name=identifier properties? AS query          # createAsSelect
    | CREATE orReplace? MODEL ifNotExists? name=identifier properties? AS query               # createModel
    | CREATE kind=(SOURCE | SINK) CONNECTOR ifNotExists? name=nameOrString properties?        # createConnector
    | CREATE TYPE ifNotExists? name=identifier AS type                                        # createType
    | INSERT INTO name=identifier properties? query                                           # insertIntoSelect
    | INSERT INTO valuesRow                                                                   # insertValues
    | DELETE FROM name=identifier WHERE expression                                            # deleteFrom
    | DROP sourceKind ifExists? name=identifier (DELETE TOPIC)?                               # dropSource
    | DROP CONNECTOR ifExists? name=nameOrString                                              # dropConnector
    | DROP TYPE ifExists? name=identifier                                                     # dropType
    | DROP MODEL ifExists? name=identifier                                                    # dropModel
    | ALTER sourceKind name=identifier addedColumn (',' addedColumn)*                         # alterSource
    | ALTER SYSTEM key=STRING '=' value=STRING                                                # alterSystem
    | verb=(TERMINATE | PAUSE | RESUME) QUERY? (ALL | queryId=identifier)                   # controlQuery
    | (SHOW | LIST) shown EXTENDED?                                                           # show
    | DESCRIBE what=(STREAMS | TABLES) EXTENDED?                                              # describeAll
    | DESCRIBE FUNCTION name=functionName                                                     # describeFunction
    | DESCRIBE CONNECTOR name=nameOrString                                                    # describeConnector
    | DESCRIBE EXTENDED? name=identifier EXTENDED?                                            # describeSource
    | PRINT topic=rawName printOption*                                                        # printTopic
    | SET key=STRING '=' value=STRING                                                         # setProperty
    | UNSET (ALL | key=STRING)                                                                # unsetProperty
    | DEFINE name=identifier '=' value=STRING                                                 # defineVariable
    | UNDEFINE name=identifier                                                                # undefineVariable
    | RUN SCRIPT path=STRING                                                                  # runScript
    | ASSERT notExists? TOPIC topic=rawName properties? timeout?                              # assertTopic
    | ASSERT notExists? SCHEMA (SUBJECT subject=rawName)? (ID id=INTEGER)? timeout?           # assertSchema
    | ASSERT VALUES valuesRow                                                                 # assertValues
    | ASSERT NULL VALUES valuesRow                                                            # assertTombstone
    | ASSERT sourceKind name=identifier columns? properties?                                  # assertSource
    ;

sourceKind: STREAM | TABLE;

orReplace: OR REPLACE;

ifExists: IF EXISTS;

ifNotExists: IF NOT EXISTS;

notExists: NOT EXISTS;

columns: '(' column (',' column)* ')';

column: name=identifier type columnRole?;

columnRole
    : KEY                            # keyRole
    | PRIMARY KEY                    # primaryKeyRole
    | HEADERS                        # headersRole
    | HEADER '(' header=STRING ')'   # headerRole
    ;

addedColumn: ADD? COLUMN? name=identifier type;

properties: WITH '(' (property (',' property)*)? ')';

property: propertyKey '=' constant;

propertyKey: STRING | word;

// KEY is for tombstones.
valuesRow:
    name=identifier ('(' identifier (',' identifier)* ')')?
    intro=(VALUES | KEY) '(' expression (',' expression)* ')';

shown
    : STREAMS
    | TABLES
    | QUERIES
    | ALL? TOPICS
    | PROPERTIES
    | VARIABLES
    | FUNCTIONS
    | TYPES
    | (SOURCE | SINK)? CONNECTORS
    | CONNECTOR PLUGINS
    | MODELS
    ;

printOption
    : FROM BEGINNING                         # fromBeginning
    | (INTERVAL | SAMPLE) count=INTEGER      # interval
    | LIMIT count=INTEGER                    # printLimit
    ;

timeout: TIMEOUT duration;

// ---------------------------------------------------------------------------------------------------------------------
// Queries

query: selection (UNION ALL selection)* queryEnd*;

selection: SELECT DISTINCT? selectItem (',' selectItem)* FROM relation clause*;

clause
    : WINDOW window                                                 # windowClause
    | WHERE expression                                              # where
    | GROUP BY keys                                                 # groupBy
    | PARTITION BY keys                                             # partitionBy
    | HAVING expression                                             # having
    ;

keys
    : expression (',' expression)*
    | '(' expression (',' expression)+ ')'
    ;

queryEnd
    : ORDER BY sortItem (',' sortItem)*     # orderBy
    | EMIT kind=(CHANGES | FINAL)           # emit
    | LIMIT count=INTEGER                   # limit
    ;

sortItem: expression (ASC | descending=DESC)?;

selectItem
    : '*'                                   # allColumns
    | source=identifier '.' '*'             # allColumnsOf
    | expression (allFields='->' '*' | AS? alias=identifier)?    # single
    ;

relation: relationPrimary join*;

relationPrimary
    : name=identifier (AS alias=identifier | short_=shortAlias)?     # named
    | '(' query ')' (AS alias=identifier | short_=shortAlias)        # subQuery
    ;

// An alias without AS must not be the word that begins what may follow.
shortAlias: IDENTIFIER | NAME_WITH_DIGIT | QUOTED | aliasWord | MAP | STRUCT;

join: joinType JOIN relationPrimary within? ON expression;

joinType
    : INNER?
    | side=(LEFT | RIGHT | FULL) OUTER?
    ;

within: WITHIN (both=duration | '(' before=duration ',' after=duration ')') (GRACE PERIOD grace=duration)?;

window
    : TUMBLING '(' SIZE size=duration windowOption* ')'                              # tumbling
    | HOPPING '(' SIZE size=duration ',' ADVANCE BY advance=duration windowOption* ')' # hopping
    | SESSION '(' gap=duration windowOption* ')'                                     # session
    ;

windowOption
    : ',' RETENTION duration        # retention
    | ',' GRACE PERIOD duration     # grace
    | ',' OFFSET duration           # offset
    | ',' TIME ZONE zone=STRING     # zone
    ;

duration: amount=INTEGER unit=identifier;

// ---------------------------------------------------------------------------------------------------------------------
// Expressions

expression
    : valueExpression predicate?            # predicated
    | NOT expression                        # not
    | left=expression AND right=expression  # and
    | left=expression OR right=expression   # or
    ;

predicate
    : comparison right=valueExpression                                      # compared
    | IS NOT? NULL                                                          # isNull
    | NOT? BETWEEN low=valueExpression AND high=valueExpression             # between
    | NOT? IN '(' expression (',' expression)* ')'                          # in
    | NOT? LIKE pattern=valueExpression (ESCAPE escape=STRING)?             # like
    ;

comparison: '=' | NOT_EQUAL | '<' | '<=' | '>' | '>=' | IS NOT? DISTINCT FROM;

valueExpression
    : primary                                                                               # operand
    | base=valueExpression '[' index=expression ']'                                         # subscript
    | base=valueExpression '->' field=word                                                  # dereference
    | sign=('-' | '+') valueExpression                                                      # signed
    | left=valueExpression operator=('*' | '/' | '%') right=valueExpression                 # arithmetic
    | left=valueExpression operator=('+' | '-' | '||') right=valueExpression                # arithmetic
    ;

primary
    : literal                                                       # literalValue
    | CAST '(' expression AS type ')'                               # cast
    | CASE subject=expression? when+ (ELSE otherwise=expression)? END   # case
    | ARRAY '[' (expression (',' expression)*)? ']'                 # array
    | MAP '(' (entry (',' entry)*)? ')'                             # map
    | STRUCT '(' (fieldValue (',' fieldValue)*)? ')'                # struct
    | functionName '(' '*' ')'                                      # countAll
    | functionName '(' (argument (',' argument)*)? ')'              # call
    | identifier                                                    # columnReference
    | source=identifier '.' name=word                               # columnOf
    | '(' expression ')'                                            # bracketed
    ;

when: WHEN condition=expression THEN result=expression;

entry: key=expression ':=' content=expression;

fieldValue: name=word ':=' expression;

argument
    : identifier '=>' expression                                        # lambda
    | '(' identifier (',' identifier)* ')' '=>' expression              # lambda
    | expression                                                        # plainArgument
    ;

literal
    : NULL                                                                              # nullLiteral
    | TRUE                                                                              # trueLiteral
    | FALSE                                                                             # falseLiteral
    | STRING                                                                            # stringLiteral
    | number                                                                            # numberLiteral
    | kind=(DATE | TIME | TIMESTAMP | BYTES | BIGINT | DECIMAL | DOUBLE) text=STRING    # typedLiteral
    ;

// What a property may be set to.
constant
    : sign=('-' | '+') number       # signedNumber
    | literal                       # plainConstant
    ;

number: INTEGER | DECIMAL_NUMBER | DOUBLE_NUMBER;

// ---------------------------------------------------------------------------------------------------------------------
// Types and names

type
    : DECIMAL '(' precision=INTEGER (',' scale=INTEGER)? ')'                # decimalType
    | ARRAY '<' type '>'                                                    # arrayType
    | MAP '<' key=type ',' content=type '>'                                 # mapType
    | STRUCT ('<' (structField (',' structField)*)? '>' | NOT_EQUAL)        # structType
    | identifier ('(' (INTEGER | IDENTIFIER) ')')?                          # namedType
    ;

structField: name=word type;

functionName: IDENTIFIER | QUOTED | aliasWord | clauseWord | LEFT | RIGHT;

nameOrString: identifier | STRING;

// A name of something outside, which keeps its case.
rawName: identifier | STRING;

identifier: IDENTIFIER | NAME_WITH_DIGIT | QUOTED | aliasWord | clauseWord | MAP | STRUCT;

// A name where nothing else than a name can stand.
word: identifier | reservedWord;

// Words that mean something in places, and are names elsewhere.
aliasWord
    : ADD | ADVANCE | ALL | ALTER | ASC | ASSERT | BEGINNING | BIGINT | BYTES | CHANGES | COLUMN | CONNECTOR
    | CONNECTORS | DATE | DECIMAL | DEFINE | DELETE | DESC | DESCRIBE | DOUBLE | ESCAPE | EXISTS | EXPLAIN | EXTENDED
    | FINAL | FUNCTION | FUNCTIONS | HEADER | HEADERS | HOPPING | ID | IF | INTERVAL | KEY | LIST | MODEL | MODELS
    | OFFSET | PAUSE | PERIOD | PLUGINS | PRIMARY | PRINT | PROPERTIES | QUERIES | QUERY | REPLACE | RESUME | RETENTION
    | RUN | SAMPLE | SCHEMA | SCRIPT | SESSION | SET | SHOW | SINK | SIZE | SOURCE | STREAM | STREAMS | SUBJECT
    | SYSTEM | TABLE | TABLES | TERMINATE | TIME | TIMEOUT | TIMESTAMP | TOPIC | TOPICS | TUMBLING | TYPE | TYPES
    | UNDEFINE | UNSET | VALUES | VARIABLES | ZONE
    ;

// The same, but they begin what may follow a relation.
clauseWord: EMIT | GRACE | LIMIT | PARTITION | WINDOW | WITHIN;

reservedWord
    : AND | ARRAY | AS | BETWEEN | BY | CASE | CAST | CREATE | DISTINCT | DROP | ELSE | END | FALSE | FROM | FULL | GROUP
    | HAVING | IN | INNER | INSERT | INTO | IS | JOIN | LEFT | LIKE | NOT | NULL | ON | OR | ORDER | OUTER | RIGHT
    | SELECT | THEN | TRUE | UNION | WHEN | WHERE | WITH
    ;

// ---------------------------------------------------------------------------------------------------------------------
// Words

ADD: 'ADD';
ADVANCE: 'ADVANCE';
ALL: 'ALL';
ALTER: 'ALTER';
AND: 'AND';
ARRAY: 'ARRAY';
AS: 'AS';
ASC: 'ASC';
ASSERT: 'ASSERT';
BEGINNING: 'BEGINNING';
BETWEEN: 'BETWEEN';
BIGINT: 'BIGINT';
BY: 'BY';
BYTES: 'BYTES';
CASE: 'CASE';
CAST: 'CAST';
CHANGES: 'CHANGES';
COLUMN: 'COLUMN';
CONNECTOR: 'CONNECTOR';
CONNECTORS: 'CONNECTORS';
CREATE: 'CREATE';
DATE: 'DATE';
DECIMAL: 'DECIMAL';
DEFINE: 'DEFINE';
DELETE: 'DELETE';
DESC: 'DESC';
DESCRIBE: 'DESCRIBE';
DISTINCT: 'DISTINCT';
DOUBLE: 'DOUBLE';
DROP: 'DROP';
ELSE: 'ELSE';
EMIT: 'EMIT';
END: 'END';
ESCAPE: 'ESCAPE';
EXISTS: 'EXISTS';
EXPLAIN: 'EXPLAIN';
EXTENDED: 'EXTENDED';
FALSE: 'FALSE';
FINAL: 'FINAL';
FROM: 'FROM';
FULL: 'FULL';
FUNCTION: 'FUNCTION';
FUNCTIONS: 'FUNCTIONS';
GRACE: 'GRACE';
GROUP: 'GROUP';
HAVING: 'HAVING';
HEADER: 'HEADER';
HEADERS: 'HEADERS';
HOPPING: 'HOPPING';
ID: 'ID';
IF: 'IF';
IN: 'IN';
INNER: 'INNER';
INSERT: 'INSERT';
INTERVAL: 'INTERVAL';
INTO: 'INTO';
IS: 'IS';
JOIN: 'JOIN';
KEY: 'KEY';
LEFT: 'LEFT';
LIKE: 'LIKE';
LIMIT: 'LIMIT';
LIST: 'LIST';
MAP: 'MAP';
MODEL: 'MODEL';
MODELS: 'MODELS';
NOT: 'NOT';
NULL: 'NULL';
OFFSET: 'OFFSET';
ON: 'ON';
OR: 'OR';
ORDER: 'ORDER';
OUTER: 'OUTER';
PARTITION: 'PARTITION';
PAUSE: 'PAUSE';
PERIOD: 'PERIOD';
PLUGINS: 'PLUGINS';
PRIMARY: 'PRIMARY';
PRINT: 'PRINT';
PROPERTIES: 'PROPERTIES';
QUERIES: 'QUERIES';
QUERY: 'QUERY';
REPLACE: 'REPLACE';
RESUME: 'RESUME';
RETENTION: 'RETENTION';
RIGHT: 'RIGHT';
RUN: 'RUN';
SAMPLE: 'SAMPLE';
SCHEMA: 'SCHEMA';
SCRIPT: 'SCRIPT';
SELECT: 'SELECT';
SESSION: 'SESSION';
SET: 'SET';
SHOW: 'SHOW';
SINK: 'SINK';
SIZE: 'SIZE';
SOURCE: 'SOURCE';
STREAM: 'STREAM';
STREAMS: 'STREAMS';
STRUCT: 'STRUCT';
SUBJECT: 'SUBJECT';
SYSTEM: 'SYSTEM';
TABLE: 'TABLE';
TABLES: 'TABLES';
TERMINATE: 'TERMINATE';
THEN: 'THEN';
TIME: 'TIME';
TIMEOUT: 'TIMEOUT';
TIMESTAMP: 'TIMESTAMP';
TOPIC: 'TOPIC';
TOPICS: 'TOPICS';
TRUE: 'TRUE';
TUMBLING: 'TUMBLING';
TYPE: 'TYPE';
TYPES: 'TYPES';
UNDEFINE: 'UNDEFINE';
UNION: 'UNION';
UNSET: 'UNSET';
VALUES: 'VALUES';
VARIABLES: 'VARIABLES';
WHEN: 'WHEN';
WHERE: 'WHERE';
WINDOW: 'WINDOW';
WITH: 'WITH';
WITHIN: 'WITHIN';
ZONE: 'ZONE';

// ---------------------------------------------------------------------------------------------------------------------
// Signs, numbers, strings and names

EQUAL: '=';
NOT_EQUAL: '<>' | '!=';
LESS: '<';
LESS_OR_EQUAL: '<=';
GREATER: '>';
GREATER_OR_EQUAL: '>=';
PLUS: '+';
MINUS: '-';
STAR: '*';
SLASH: '/';
PERCENT: '%';
CONCATENATE: '||';
ASSIGN: ':=';
LAMBDA_ARROW: '=>';
FIELD_ARROW: '->';
DOT: '.';
COMMA: ',';
SEMICOLON: ';';
OPEN: '(';
CLOSE: ')';
OPEN_SQUARE: '[';
CLOSE_SQUARE: ']';

INTEGER: DIGIT+;
DECIMAL_NUMBER: DIGIT+ '.' DIGIT* | '.' DIGIT+;
DOUBLE_NUMBER: (DIGIT+ ('.' DIGIT*)? | '.' DIGIT+) 'E' [+-]? DIGIT+;

STRING: '\'' (~'\'' | '\'\'')* '\'';
UNFINISHED_STRING: '\'' (~'\'' | '\'\'')*;
QUOTED: '`' (~'`' | '``')* '`' | '"' (~'"' | '""')* '"';
UNFINISHED_NAME: '`' (~'`' | '``')* | '"' (~'"' | '""')*;

IDENTIFIER: LETTER (LETTER | DIGIT | '@')*;
NAME_WITH_DIGIT: DIGIT (LETTER | DIGIT | '@')*;

COMMENT: ('--' ~[\r\n]* | '/*' .*? '*/' | [ \t\r\n\f\u000B\u00A0\uFEFF]+) -> channel(HIDDEN);
UNFINISHED_COMMENT: '/*' ('*'+ ~[*/] | ~'*')* '*'*;

UNRECOGNIZED: .;

fragment LETTER: [A-Z_];
fragment DIGIT: [0-9];
