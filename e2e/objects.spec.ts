import { expect, test } from "@playwright/test";
import { DebugView } from "./pages/debug-view.ts";
import { Lab } from "./pages/lab.ts";

// Objects, dictionaries, functions and generators of a core that stands still, and expressions on them.

const program = `class Account:
    """Money of one person."""

    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance
        self.log = []

    def add(self, amount):
        self.balance += amount
        self.log.append(amount)
        return self.balance


def counter():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count

    return step


def squares(n):
    for k in range(n):
        yield k * k


ada = Account("Ada", 10)
friends = {"ada": ada, "ages": {"ada": 36}}
step = counter()
step()
waiting = squares(5)
next(waiting)
adder = ada.add
seen = {3, 1}
ada.add(5)
ada.add(7)
`;

test("objects, dictionaries, functions and generators open, and expressions read attributes", async ({ page }) => {
  const lab = await Lab.open(page);
  const debug = new DebugView(page);
  await lab.chooseCores(1);
  await lab.editor.write(program);
  await lab.editor.goTo("self.log.append");
  await page.keyboard.press("F9");
  await lab.showBottom(/^Breakpoints/);
  await page.getByLabel(/^Condition of the breakpoint/).fill("self.balance > 15 and friends['ages']['ada'] == 36");
  await lab.runButton.click();
  await expect(lab.stepping).toContainText("at a breakpoint");
  await lab.core.show("Variables");
  await expect(lab.core.variable("self")).toContainText("Account(owner='Ada', balance=22, log=[5])");
  await lab.core.variable("self").getByRole("button", { name: "self", exact: true }).click();
  await expect(lab.core.variable("balance")).toContainText("22");
  await lab.core.variable("friends").getByRole("button", { name: "friends", exact: true }).click();
  await expect(lab.core.variable("['ages']")).toContainText("{'ada': 36}");
  await expect(lab.core.variable("waiting")).toContainText("squares, at line 28");
  await lab.core.variable("waiting").getByRole("button", { name: "waiting", exact: true }).click();
  await expect(lab.core.variable("n")).toContainText("5");
  await lab.core.variable("step").getByRole("button", { name: "step", exact: true }).click();
  await expect(lab.core.variable("count")).toContainText("1");
  await expect(lab.core.variable("adder")).toContainText("add of Account(");
  await debug.newWatch.fill("self.log[0]");
  await page.keyboard.press("Enter");
  await expect(debug.watch("self.log[0]")).toContainText("5");
});
