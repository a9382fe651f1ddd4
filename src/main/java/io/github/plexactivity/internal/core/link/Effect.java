package io.github.plexactivity.internal.core.link;

/** What a state asks the shell to do, as data. */
public sealed interface Effect {

    /** Has the shell do it. */
    void by(Shell shell);

    /** Who does what the states ask for. */
    interface Shell {
        /** Opens a connection; for polling, asks for a first snapshot. */
        void open(Attempt attempt);

        /** From now on hears this connection and no other. */
        void hear(Attempt attempt);

        /** Closes a connection. */
        void drop(int generation);

        /** Asks the other side for a sign of life, and signals whether it answers within the connect timeout. */
        void ping(int generation);

        /** Asks for a snapshot now. */
        void askSnapshot();

        /** Asks the supplier for a token, and signals what it answers. */
        void askToken();
    }

    /** See {@link Shell#open}. */
    record Open(Attempt attempt) implements Effect {
        @Override
        public void by(Shell shell) {
            shell.open(attempt);
        }
    }

    /** See {@link Shell#hear}. */
    record Hear(Attempt attempt) implements Effect {
        @Override
        public void by(Shell shell) {
            shell.hear(attempt);
        }
    }

    /** See {@link Shell#drop}. */
    record Drop(int generation) implements Effect {
        @Override
        public void by(Shell shell) {
            shell.drop(generation);
        }
    }

    /** See {@link Shell#ping}. */
    record Ping(int generation) implements Effect {
        @Override
        public void by(Shell shell) {
            shell.ping(generation);
        }
    }

    /** See {@link Shell#askSnapshot}. */
    record AskSnapshot() implements Effect {
        @Override
        public void by(Shell shell) {
            shell.askSnapshot();
        }
    }

    /** See {@link Shell#askToken}. */
    record AskToken() implements Effect {
        @Override
        public void by(Shell shell) {
            shell.askToken();
        }
    }
}
