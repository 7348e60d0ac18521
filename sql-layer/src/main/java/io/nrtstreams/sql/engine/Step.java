package io.nrtstreams.sql.engine;

/** What a statement makes of the engine, and what came of it. */
record Step(EngineState state, Outcome outcome) {}
