package io.soakstream.deploy.local;

import java.io.IOException;
import java.util.Arrays;

/**
 * The main class of a child process: runs another main class and ends when the parent does.
 *
 * <p>The parent holds the other end of standard input. However it ends, SIGKILL included, the system closes that end
 * and the read below returns; no shutdown hook can promise as much, and an orphan would keep the registry's database
 * locked. Only the bytes of this one class go to the child, so it uses nothing but the JDK.
 */
final class ParentWatch {
    private ParentWatch() {}

    /** @param args the main class to run, then its arguments */
    public static void main(String[] args) throws ReflectiveOperationException {
        Thread watch = new Thread(ParentWatch::endWithParent, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(args, 1, args.length));
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever sent; only the end of the stream has a meaning.
            }
        } catch (IOException broken) {
            // A broken pipe means the same as a closed one.
        }
        // Not an orderly exit, which takes two seconds: what was acknowledged is on disk, and the next start waits.
        Runtime.getRuntime().halt(0);
    }
}
