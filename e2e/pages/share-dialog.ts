import type { Locator, Page } from "@playwright/test";

export class ShareDialog {
  readonly box: Locator;
  readonly link: Locator;
  readonly html: Locator;

  constructor(page: Page) {
    this.box = page.getByRole("dialog", { name: /^Share / });
    this.link = this.box.getByRole("textbox", { name: "Link" });
    this.html = this.box.getByRole("textbox", { name: "HTML" });
  }

  static async open(page: Page): Promise<ShareDialog> {
    await page.getByRole("button", { name: "Share", exact: true }).click();
    const dialog = new ShareDialog(page);
    await dialog.link.waitFor();
    return dialog;
  }
}
