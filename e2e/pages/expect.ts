import { expect as quick } from "@playwright/test";

/// As patient for benches and pictures, which have no settings of the test runner, as for journeys.
export const expect = quick.configure({ timeout: 120_000 });
