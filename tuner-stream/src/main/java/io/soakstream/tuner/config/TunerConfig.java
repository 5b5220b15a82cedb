package io.soakstream.tuner.config;

import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.setting.Setting;
import io.soakstream.schemas.setting.SettingBinder;
import io.soakstream.schemas.setting.SettingTree;
import io.soakstream.tuner.domain.AdmissionLimits;

/** The decision configuration: everything that can change a decision, and nothing else. */
public record TunerConfig(
        @Setting(value = "Iterations in the KPI window, 1 to 1,000.", unit = "iterations")
        int windowLength,

        @Setting("What an event may look like to be believed.")
        AdmissionLimits admission,

        @Setting("Whether a run may be tuned; false: every run only proposes.")
        boolean autoTune) {
    /** What its settings stand under in a file. */
    public static final String ROOT = "tuner";

    /** Longest window: it is kept, and its statistics computed, with every event (count). */
    public static final int MAX_WINDOW = 1000;

    public TunerConfig {
        if (windowLength < 1 || windowLength > MAX_WINDOW) {
            throw new IllegalArgumentException("window_length: " + windowLength + " is outside 1.." + MAX_WINDOW);
        }
    }

    public static TunerConfig defaults() {
        return new TunerConfig(8, AdmissionLimits.defaults(), true);
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
        return new TunerConfig(length, admission, autoTune);
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
