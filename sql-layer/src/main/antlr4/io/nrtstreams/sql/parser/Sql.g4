grammar Sql;

statements: ';'* EOF;
