import type { Locator, Page } from "@playwright/test";
import { ChipView } from "./chip-view.ts";
import { CodeEditor } from "./code-editor.ts";
import { CoreView } from "./core-view.ts";
import { expect } from "./expect.ts";
import { OutputPanel } from "./output-panel.ts";
import { ScalingPanel } from "./scaling-panel.ts";
import { TimelinePanel } from "./timeline-panel.ts";

/// The whole page, as a learner uses it.
export class Lab {
  readonly page: Page;
  readonly editor: CodeEditor;
  readonly output: OutputPanel;
  readonly chip: ChipView;
  readonly core: CoreView;
  readonly timeline: TimelinePanel;
  readonly scaling: ScalingPanel;
  readonly runButton: Locator;
  readonly stopButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.editor = new CodeEditor(page);
    this.output = new OutputPanel(page);
    this.chip = new ChipView(page);
    this.core = new CoreView(page);
    this.timeline = new TimelinePanel(page);
    this.scaling = new ScalingPanel(page);
    this.runButton = page.getByRole("button", { name: /^(Run(?! settings| and| slowly| the program)|Continue)/ });
    this.stopButton = page.getByRole("button", { name: /^Stop/ });
  }

  static async open(page: Page): Promise<Lab> {
    const lab = new Lab(page);
    await page.goto("./");
    await lab.editor.loaded();
    return lab;
  }

  /// Types a program over the one that is there, and runs it.
  async run(program: string): Promise<void> {
    await this.editor.write(program);
    await this.runButton.click();
  }

  /// Presses Stop and gives the milliseconds until the page says that the run was stopped.
  async stop(): Promise<number> {
    const start = Date.now();
    await this.stopButton.click();
    await expect(this.output.end).toHaveText(/^Stopped after/);
    return Date.now() - start;
  }

  async chooseCores(count: number): Promise<void> {
    await this.page.getByRole("combobox", { name: "Cores of the chip" }).selectOption(String(count));
  }

  async chooseChip(name: string): Promise<void> {
    await this.page.getByRole("button", { name: "Run settings", exact: true }).click();
    await this.page.getByRole("combobox", { name: "Chip", exact: true }).selectOption(name);
    await this.page.keyboard.press("Escape");
  }

  /// From now on no run is played unasked.
  async playNoRuns(): Promise<void> {
    await this.page.getByRole("button", { name: "Run settings", exact: true }).click();
    await this.page.getByRole("combobox", { name: "Play runs with messages" }).selectOption("never");
    await this.page.keyboard.press("Escape");
  }

  /// Shows also what lies below: memory, postboxes, byte code. The switch is in the header, or among the run settings.
  async showEverything(): Promise<void> {
    const choice = this.depth.getByText("Everything", { exact: true });
    const isHere = await choice.isVisible();
    if (!isHere) await this.page.getByRole("button", { name: "Run settings", exact: true }).click();
    await choice.click();
    if (!isHere) await this.page.keyboard.press("Escape");
  }

  /// The switch between Essentials and Everything.
  get depth(): Locator {
    return this.page.getByRole("group", { name: "How much the page shows" });
  }

  async chooseVirtualCores(count: number): Promise<void> {
    await this.showEverything();
    await this.page.getByRole("button", { name: "Run settings", exact: true }).click();
    await this.page.getByRole("combobox", { name: "Virtual cores on the host" }).selectOption(String(count));
    await this.page.keyboard.press("Escape");
  }

  async chooseTheme(name: string): Promise<void> {
    await this.page.getByRole("combobox", { name: "Theme" }).selectOption(name);
  }

  /// Where the controls of the header are, from left to right.
  headerPlaces(): Promise<{ left: number; right: number }[]> {
    return this.page.getByRole("banner").evaluate((header) =>
      [...header.querySelectorAll("button, select")]
        .filter((control) => control.checkVisibility())
        .map((control) => control.getBoundingClientRect())
        .map(({ left, right }) => ({ left, right })),
    );
  }

  /// On a phone, where one part of the page is shown at a time: its tab.
  part(name: "Code" | "Chip" | "Output" | "Lesson" | "Programs"): Locator {
    const tabs = this.page.getByRole("tablist", { name: "Parts of the page" });
    return tabs.getByRole("tab", { name: new RegExp(`^${name}`) });
  }

  async openExample(title: string): Promise<void> {
    // On a phone they are a part of the page of their own.
    const programs = this.page.getByRole("tab", { name: "Programs" });
    if ((await programs.count()) > 0) await programs.click();
    await this.page.getByRole("tab", { name: "Examples" }).click();
    await this.example(title).click();
  }

  example(title: string): Locator {
    // Other examples may have the same words in what they say of themselves.
    return this.page.getByRole("button", { name: new RegExp(`^${title} `) });
  }

  async showProblems(): Promise<Locator> {
    await this.page.getByRole("tab", { name: /^Problems/ }).click();
    return this.page.getByRole("tabpanel", { name: /^Problems/ });
  }

  /// Why the run is paused, and the ways on.
  get stepping(): Locator {
    return this.page.getByRole("region", { name: "Stepping" });
  }

  /// Presses a key that steps, and waits until every core stands still again.
  async step(key = "F10"): Promise<void> {
    // Said anew at each pause, also in the same words.
    const said = await this.stepping.getByRole("status").elementHandle();
    await this.page.keyboard.press(key);
    await this.page.waitForFunction((element) => !element?.isConnected, said);
  }

  /// Steps until something says so.
  async stepUntil(target: Locator, words: RegExp): Promise<void> {
    for (let steps = 0; steps < 40; steps++) {
      if (words.test((await target.textContent()) ?? "")) return;
      await this.step();
    }
    throw new Error(`After 40 steps it says: ${await target.textContent()}`);
  }

  async showBottom(name: RegExp | string): Promise<void> {
    await this.page.getByRole("tablist", { name: "Results" }).getByRole("tab", { name }).click();
  }

  get status(): Locator {
    return this.page.getByRole("contentinfo");
  }
}
