package io.soakstream.tuner.config;

import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.setting.Setting;
import io.soakstream.schemas.setting.SettingBinder;
import io.soakstream.schemas.setting.SettingTree;
import io.soakstream.tuner.domain.AdmissionLimits;
import io.soakstream.tuner.domain.SilenceLimits;
import io.soakstream.tuner.domain.TuningLimits;
import io.soakstream.tuner.domain.guard.GuardTable;
import io.soakstream.tuner.domain.rule.RuleTable;

/** The decision configuration: everything that can change a decision, and nothing else. */
public record TunerConfig(
        @Setting(value = "Iterations in the KPI window, 1 to 1,000.", unit = "iterations")
        int windowLength,

        @Setting("Whether a run may be tuned; false: every run only proposes.")
        boolean autoTune,

        @Setting(value = "Further iterations in which an echo must confirm what was applied.", unit = "iterations")
        int confirmWithinIterations,

        @Setting("What an event may look like to be believed.")
        AdmissionLimits admission,

        @Setting("What the rules fire at and how far they move.")
        RuleTable rules,

        @Setting("What keeps the rules from doing harm.") GuardTable guards,

        @Setting("When a silent run is stalled, and when it is over.")
        SilenceLimits silence,

        @Setting("Who may command.") ControlConfig control) {
    /** What its settings stand under in a file. */
    public static final String ROOT = "tuner";

    /** Longest window: it is kept, and its statistics computed, with every event (count). */
    public static final int MAX_WINDOW = 1000;

    public TunerConfig {
        if (windowLength < 1 || windowLength > MAX_WINDOW) {
            throw new IllegalArgumentException("window_length: " + windowLength + " is outside 1.." + MAX_WINDOW);
        }
        if (confirmWithinIterations < 1) {
            throw new IllegalArgumentException("confirm_within_iterations: " + confirmWithinIterations + " is below 1");
        }
        if (silence.expireAfterMs() > admission.maxTimeJumpMs()) {
            throw new IllegalArgumentException("silence.expire_after_ms: " + silence.expireAfterMs()
                    + " is above admission.max_time_jump_ms " + admission.maxTimeJumpMs());
        }
    }

    public static TunerConfig defaults() {
        return new TunerConfig(
                8,
                true,
                3,
                AdmissionLimits.defaults(),
                RuleTable.defaults(),
                GuardTable.defaults(),
                SilenceLimits.defaults(),
                ControlConfig.nobody());
    }

    /**
     * Reads {@link #canonicalJson} back, as it stands in a recording; what it does not say is as by default.
     *
     * @throws IllegalArgumentException it is not a decision configuration; the message names the key
     */
    public static TunerConfig parse(String json) {
        return SettingBinder.bind(defaults(), SettingTree.parse(json));
    }

    public TunerConfig withWindowLength(int length) {
        return new TunerConfig(length, autoTune, confirmWithinIterations, admission, rules, guards, silence, control);
    }

    /** As the rules take it. */
    public TuningLimits limits() {
        return new TuningLimits(
                windowLength, autoTune, admission, rules, guards, confirmWithinIterations, silence, digest());
    }

    /** Canonical JSON of the configuration, as recordings carry it. */
    public String canonicalJson() {
        return SettingTree.canonicalJson(this);
    }

    /** Hex SHA-256 of {@link #canonicalJson}: what a run is pinned to. */
    public String digest() {
        return Sha256.hex(canonicalJson());
    }
}
