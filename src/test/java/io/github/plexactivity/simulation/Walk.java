package io.github.plexactivity.simulation;

import java.time.Duration;

/** The random walk of a server and of the way to it: jobs come and go, and everything else goes wrong. */
final class Walk {

    /** Fewer endings in all than the monitor remembers in full. */
    private static final int MOST_FLOODS = 3;

    private final World world;
    private final Workday workday;
    private final SimulatedStreams streams;
    private final Users users;
    private final Trouble trouble;
    private final boolean mayFlood;
    private int floods;

    Walk(Stage stage, Users users) {
        this.world = stage.world;
        this.workday = stage.workday;
        this.mayFlood =
                stage.settings.maxActivities() < Stage.MANY && stage.executor.pace() != VirtualExecutor.Pace.SLOW;
        this.streams = stage.streams;
        this.users = users;
        this.trouble = new Trouble(stage);
    }

    /** How long nothing happens: mostly moments, now and then minutes. */
    long pause() {
        Dice dice = world.dice();
        return VirtualTime.seconds(
                dice.chance(0.02) ? dice.between(20, 240) : dice.between(0, dice.oneOf(0.2, 2.0, 6.0)));
    }

    void step() {
        int what = world.dice().below(100);
        if (what < 60) {
            workday.work();
        } else if (what < 74) {
            users.act();
        } else if (what < 97) {
            trouble.befall();
        } else {
            mischief();
        }
    }

    private void mischief() {
        switch (world.dice().below(8)) {
            case 0, 1 -> trouble.restart();
            case 2 -> trouble.revoke();
            case 3 -> jump();
            case 4 -> streams.each(stream -> stream.babble(world.dice().oneOf("{\"ActivityNotif", "[]", "null", "{}")));
            case 5 -> workday.endOfUnknown();
            case 6 -> workday.sameAgain();
            default -> flood();
        }
    }

    private void jump() {
        world.ledger().happened(Happening.CLOCK_JUMP);
        world.time().jump(Duration.ofMinutes(world.dice().below(240) - 120));
    }

    private void flood() {
        if (mayFlood && floods++ < MOST_FLOODS) {
            workday.flood();
        }
    }

    /** Nothing goes wrong any more; what is ill already may stay so. */
    void heal() {
        trouble.heal();
    }
}
