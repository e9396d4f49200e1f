import fc from "fast-check";
import { expect, test } from "vitest";
import { writtenFiles } from "../../base/source.ts";
import { runs } from "../../testing/harness/properties.ts";
import { examples } from "../project/examples.ts";
import { createProjects, type Projects } from "../project/project.ts";
import { createDisk, type Fault, type Tab } from "../testing/disk.ts";

// Journeys through two tabs of one browser while its storage fails. What is typed carries marks, and each mark must be found
// again at the end: in a program, an earlier version, a deleted program, or a text that was put aside. It may be lost only
// where the page said so beforehand.

interface Mark {
  readonly text: string;
  readonly at: number;
}

interface Seat {
  readonly tab: Tab;
  readonly projects: Projects;
  marks: Mark[];
}

const tabs = [0, 1] as const;
const tab = fc.constantFrom(...tabs);
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant("type" as const), tab, end: fc.boolean(), other: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("file" as const), tab }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("example" as const), tab, which: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("link" as const), tab, which: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("open" as const), tab, which: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("delete" as const), tab }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("empty" as const), tab }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("wait" as const), milliseconds: fc.nat(2000) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("fault" as const),
      fault: fc.constantFrom<Fault>("full", "throws", "slow"),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ do: "mend" as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reserve" as const), refuses: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("reload" as const), tab }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("kill" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("clear" as const), tab }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("spoil" as const), tab, how: fc.constantFrom("{", "", "[0]", "null") }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function journey(steps: readonly Step[]): Promise<void> {
  const disk = createDisk();
  const sit = (): Seat => {
    const tab = disk.tab();
    return { tab, projects: createProjects(tab.pageStorage, disk.now), marks: [] };
  };
  const seats: Seat[] = tabs.map(sit);
  let safe: string[] = [];
  let count = 0;

  const everything = () => [...disk.texts.values()].join("\n");
  /// Whether nothing that a seat has typed is missing on the disk, but for what it may lose.
  const check = (seat: Seat, mayLose: (mark: Mark) => boolean, when: string) => {
    const all = everything();
    for (const mark of seat.marks) if (!mayLose(mark)) expect(all, when).toContain(mark.text);
  };
  const type = ({ projects, marks }: Seat, end: boolean, other: boolean) => {
    const mark = { text: `# mark ${count++}.`, at: disk.now() };
    const { files } = projects.store.getState().current;
    const file = other ? files.at(-1) : files[0];
    if (file === undefined) return;
    projects.editFile(file.name, end ? `${file.text}${mark.text}\n` : `${mark.text}\n${file.text}`);
    marks.push(mark);
  };

  const take = async (one: Step) => {
    const seat = "tab" in one ? seats[one.tab] : undefined;
    switch (one.do) {
      case "type":
        if (seat !== undefined) type(seat, one.end, one.other);
        return;
      case "file":
        seat?.projects.addFile();
        return;
      case "example":
        seat?.projects.openExample(examples[one.which] ?? examples[0]);
        return;
      case "link":
        seat?.projects.openShared({
          name: `link ${one.which}`,
          files: [{ name: "linked.py", text: `# of link ${one.which}\n` }],
          open: "linked.py",
        });
        return;
      case "open": {
        const { all } = seat?.projects.store.getState() ?? { all: [] };
        seat?.projects.openProject(all[one.which % Math.max(1, all.length)]?.id ?? "");
        return;
      }
      case "delete":
        // No more than can be brought back.
        if ((seat?.projects.store.getState().deleted.length ?? 0) < 8)
          seat?.projects.deleteProject(seat.projects.store.getState().current.id);
        return;
      case "empty": {
        // It is an earlier version then, which may be given up when there is no room.
        const gone = seat?.projects.activeFile().text ?? "";
        seat?.projects.edit("");
        const versions = JSON.stringify(seat?.projects.versions() ?? []);
        for (const { marks } of seats) {
          for (const { text } of marks.filter(({ text }) => gone.includes(text))) expect(versions).toContain(text);
        }
        for (const one of seats) one.marks = one.marks.filter(({ text }) => !gone.includes(text));
        safe = safe.filter((text) => !gone.includes(text));
        return;
      }
      case "wait":
        return disk.pass(one.milliseconds);
      case "fault":
        disk.fault = one.fault;
        return;
      case "mend":
        disk.fault = "none";
        return disk.pass(100);
      case "reserve":
        disk.reserveRefuses = one.refuses;
        return;
      case "reload": {
        if (seat === undefined) return;
        // The reader was asked, and stays.
        if (!seat.tab.close()) return void seat.tab.stay();
        safe.push(...seat.marks.map(({ text }) => text));
        seats[one.tab] = sit();
        return;
      }
      case "kill": {
        // With a disk that fails, the bar has said so; with a slow one, it says that it is still saving.
        const said =
          disk.fault !== "none" || seats.some(({ tab }) => tab.pageStorage.store.getState().state === "failed");
        const now = disk.now();
        for (const seat of seats) {
          if (!said) check(seat, ({ at }) => at > now - 1000, "at a kill");
          const all = everything();
          safe.push(...seat.marks.filter(({ text }) => all.includes(text)).map(({ text }) => text));
          seat.tab.kill();
        }
        seats.splice(0, 2, sit(), sit());
        return;
      }
      case "clear":
      case "spoil":
        // What no page holds any more is gone with it; what one holds is not.
        if (disk.fault !== "none" || seat === undefined) return;
        for (const { projects } of seats) void projects.keepNow();
        await disk.pass(1000);
        if (one.do === "clear") disk.texts.clear();
        else disk.texts.set(`epython-lab.project.${seat.projects.store.getState().current.id}`, one.how);
        type(seat, true, false);
        return disk.pass(1000);
    }
  };

  for (const one of steps) {
    await take(one);
    for (const seat of seats) {
      if (seat.tab.pageStorage.store.getState().state === "kept")
        check(seat, () => false, `said to be kept, after ${one.do}`);
    }
  }
  disk.fault = "none";
  disk.reserveRefuses = false;
  await disk.pass(10_000);
  for (const seat of seats) {
    expect(seat.tab.pageStorage.store.getState()).toMatchObject({ state: "kept", trouble: null });
    check(seat, () => false, "at the end");
  }
  for (const mark of safe) expect(everything()).toContain(mark);
  // What the tabs show is what is stored.
  for (const { projects } of seats) {
    const { current } = projects.store.getState();
    const stored = disk.texts.get(`epython-lab.project.${current.id}`);
    if (stored !== undefined) expect(JSON.parse(stored).files).toEqual(writtenFiles(current.files));
  }
}

test("whatever storage does, nothing is lost that was not said to be", async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), journey), runs(60));
});
