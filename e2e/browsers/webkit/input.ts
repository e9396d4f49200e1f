import { chord, type KeyAction, typed } from "./keys.ts";
import type { Page } from "./page.ts";

export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(keys: string): Promise<void> {
    if (keys !== "ControlOrMeta+V" || !(await this.#page.context().paste(this.#page))) await this.#send(chord(keys));
  }

  async down(key: string): Promise<void> {
    await this.#send(chord(key).filter(({ type }) => type === "keyDown"));
  }

  async up(key: string): Promise<void> {
    await this.#send(chord(key).filter(({ type }) => type === "keyUp"));
  }

  async type(characters: string): Promise<void> {
    if (characters !== "") await this.#send(typed(characters));
  }

  async insertText(characters: string): Promise<void> {
    await this.#page.inPage('document.execCommand("insertText", false, args[0])', [characters]);
  }

  #send(actions: readonly KeyAction[]): Promise<void> {
    return this.#page.act({ type: "key", id: "keys", actions });
  }
}

export interface ClickOptions {
  readonly button?: "left" | "right";
  readonly clickCount?: number;
  readonly modifiers?: readonly string[];
  readonly position?: { readonly x: number; readonly y: number };
  readonly timeout?: number;
}

export class Mouse {
  readonly #page: Page;
  #x = 0;
  #y = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async move(x: number, y: number, { steps = 1 }: { steps?: number } = {}): Promise<void> {
    const [fromX, fromY] = [this.#x, this.#y];
    const moves = Array.from({ length: steps }, (_, k) => {
      const part = (k + 1) / steps;
      return this.#moveTo(fromX + (x - fromX) * part, fromY + (y - fromY) * part);
    });
    await this.#send(moves);
  }

  async click(x: number, y: number, { button = "left", clickCount = 1 }: ClickOptions = {}): Promise<void> {
    const press = { button: button === "right" ? 2 : 0 };
    const clicks = Array.from({ length: clickCount }, () => [
      { type: "pointerDown", ...press },
      { type: "pointerUp", ...press },
    ]);
    await this.#send([this.#moveTo(x, y), ...clicks.flat()]);
  }

  async dblclick(x: number, y: number): Promise<void> {
    await this.click(x, y, { clickCount: 2 });
  }

  async down(): Promise<void> {
    await this.#send([{ type: "pointerDown", button: 0 }]);
  }

  async up(): Promise<void> {
    await this.#send([{ type: "pointerUp", button: 0 }]);
  }

  async wheel(deltaX: number, deltaY: number): Promise<void> {
    const scroll = { type: "scroll", deltaX, deltaY, duration: 0, origin: "viewport", x: this.#x, y: this.#y };
    await this.#page.act({ type: "wheel", id: "wheel", actions: [scroll] });
  }

  #moveTo(x: number, y: number): object {
    this.#x = Math.floor(x);
    this.#y = Math.floor(y);
    return { type: "pointerMove", duration: 0, x: this.#x, y: this.#y, origin: "viewport" };
  }

  #send(actions: readonly object[]): Promise<void> {
    return this.#page.act({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions });
  }
}
