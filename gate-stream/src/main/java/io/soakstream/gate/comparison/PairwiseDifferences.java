package io.soakstream.gate.comparison;

import java.util.Arrays;

/**
 * The differences of every value of one sample to every value of another, in their order, without being written down:
 * two runs of 4,320 iterations have 18 million of them.
 */
final class PairwiseDifferences {
    private final double[] minuends;
    private final double[] subtrahends;

    PairwiseDifferences(double[] minuends, double[] subtrahends) {
        this.minuends = sorted(minuends);
        this.subtrahends = sorted(subtrahends);
    }

    private static double[] sorted(double[] sample) {
        double[] copy = sample.clone();
        Arrays.sort(copy);
        return copy;
    }

    long count() {
        return (long) minuends.length * subtrahends.length;
    }

    /** The middle one, or the mean of the two in the middle: Hodges and Lehmann's estimate of the shift. */
    double median() {
        long count = count();
        return count % 2 == 1 ? at(count / 2 + 1) : (at(count / 2) + at(count / 2 + 1)) / 2;
    }

    /** The difference of a rank, from 1. Halves the range until it holds nothing but that one. */
    double at(long rank) {
        double low = minuends[0] - subtrahends[subtrahends.length - 1];
        double high = minuends[minuends.length - 1] - subtrahends[0];
        if (atMost(low) >= rank) {
            return low;
        }
        // Below rank at low, at or above it at high; ends where no double lies between.
        while (true) {
            double middle = low + (high - low) / 2;
            if (!(middle > low && middle < high)) {
                return high;
            }
            if (atMost(middle) >= rank) {
                high = middle;
            } else {
                low = middle;
            }
        }
    }

    /** How many are at most so large (count). The larger the minuend, the later the first subtrahend that makes it so. */
    private long atMost(double limit) {
        long count = 0;
        int first = 0;
        for (double minuend : minuends) {
            while (first < subtrahends.length && minuend - subtrahends[first] > limit) {
                first++;
            }
            count += subtrahends.length - first;
        }
        return count;
    }
}
