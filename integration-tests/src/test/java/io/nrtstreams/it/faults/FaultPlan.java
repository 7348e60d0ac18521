package io.nrtstreams.it.faults;

/** Decides what becomes of each request. Asked by many threads; must be pure. */
@FunctionalInterface
interface FaultPlan {
    /** What becomes of a request. */
    Strike of(Arrival arrival);

    /**
     * A request that has come.
     *
     * @param number in the order in which the heads of requests came, from 1
     * @param operation what it asks for
     * @param ofItsKind its number among the requests that ask for the same, from 1
     */
    record Arrival(int number, Operation operation, int ofItsKind) {}

    /** No faults. */
    static FaultPlan none() {
        return arrival -> Fault.NONE;
    }

    /** A fault at one request. */
    static FaultPlan at(int struck, Fault fault) {
        return storm(struck, struck, fault);
    }

    /** A fault at each request from {@code first} to {@code last}. */
    static FaultPlan storm(int first, int last, Fault fault) {
        return arrival -> arrival.number() >= first && arrival.number() <= last ? fault : Fault.NONE;
    }

    /** A fault at the first few requests of a kind. */
    static FaultPlan atFirst(int count, Operation operation, Strike fault) {
        return arrival -> arrival.operation() == operation && arrival.ofItsKind() <= count ? fault : Fault.NONE;
    }

    /** A fault at one request, and no later one gets through: what the store sees of a process that is killed there. */
    static FaultPlan endingAt(int last, Fault fault) {
        return arrival -> arrival.number() < last ? Fault.NONE : arrival.number() == last ? fault : Fault.REQUEST_LOST;
    }
}
