package io.soakstream.deploy.local;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Exit;

/**
 * Stands between a fatal broker fault and {@code Runtime.halt}.
 *
 * <p>Kafka treats a lost log directory, a broken metadata log and their like by halting the process, which is right for
 * a process that is nothing but a broker. In ours it would kill the pipeline without a line of explanation, without
 * closing transactions and without ending the child process in order. So the fault becomes a value that the owner waits
 * for. The thread that asked for the exit must not go on, as the code behind it counts on being dead: it gets an
 * exception instead.
 *
 * <p>Kafka keeps its exit procedure in a static field and a fault does not say whose it is, so every broker of the JVM
 * counts as failed. Once installed it stays: a straggling broker thread may still ask for an exit after close.
 */
final class BrokerExit {
    private static final Set<Watcher> WATCHERS = ConcurrentHashMap.newKeySet();

    private BrokerExit() {}

    /** A broker that wants to know; compared by identity. */
    interface Watcher {
        void onFault(BrokerFaultException fault);
    }

    /** Tells the watcher when a broker of this JVM asks for the end of the process, instead of ending it. */
    static void watch(Watcher watcher) {
        WATCHERS.add(watcher);
        Exit.setExitProcedure(BrokerExit::report);
        Exit.setHaltProcedure(BrokerExit::report);
    }

    static void unwatch(Watcher watcher) {
        WATCHERS.remove(watcher);
    }

    private static void report(int status, String message) {
        BrokerFaultException fault = new BrokerFaultException(status, message);
        WATCHERS.forEach(watcher -> watcher.onFault(fault));
        throw fault;
    }
}
