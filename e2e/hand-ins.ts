import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// What students hand in, as files in a folder: good, wrong and broken.

export const ring = {
  title: "Round the ring",
  task: "Pass a number round the ring.",
  chip: "Epiphany-III",
  cores: 4,
  hostCores: 0,
  seed: 0,
  files: [{ name: "ring.py", text: "from parallel import *\nme = coreid()\nlast = numcores() - 1\n" }],
  locked: [[1, 3]],
  check: {
    runs: [{ cores: 4 }, { cores: 6, seed: 1 }],
    checks: [
      { name: "Core 0 prints the sum", prints: { who: 0, exactly: ["Sum {cores * last // 2}"] } },
      { name: "The others print nothing", prints: { who: "core > 0", exactly: [] } },
    ],
  },
};

const start = ring.files[0]?.text ?? "";

export const good = `${start}total = me
if me > 0:
    total = recv(me - 1) + me
send(total, (me + 1) % numcores())
if me == 0:
    total = recv(last)
    print "Sum " + str(total)
`;

/// The same with other names.
const copied = good
  .replaceAll("total", "amount")
  .replace('"Sum "', '"Su" + "m "')
  .replace("if me > 0:", "if me > 0: # mine");

const other = `${start}values = [0] * numcores()
for k in range(numcores()):
    values[k] = k
if me == 0:
    answer = 0
    while len(values) > 0:
        answer = answer + values.pop()
    print "Total", answer
`;

export interface Handed {
  readonly student: string;
  readonly text: string;
  readonly assignment?: object;
}

/// The text of a file to hand in.
export function handedIn({ student, text, assignment = ring }: Handed): string {
  const results = [{ name: "Core 0 prints the sum", ok: true }];
  const files = [{ name: "ring.py", text }];
  return JSON.stringify({
    ...{
      format: "epython-lab-hand-in",
      version: 1,
      student,
      assignment,
      files,
      results,
      lockedChanged: false,
      tries: 3,
    },
  });
}

/// Fills a folder with what a class hands in.
export function fillWithHandIns(folder: string): void {
  const put = (path: string, content: string): void => writeFileSync(join(folder, path), content);
  const check = (pattern: string) => ({ ...ring, check: { checks: [{ name: "Only a", prints: { pattern } }] } });
  const another = { ...ring, title: "Hello", check: { checks: [{ source: { uses: ["print"] } }] } };
  mkdirSync(join(folder, "Bob_17_submission"));
  put("Ada.json", handedIn({ student: "Ada Lovelace", text: good }));
  put("Bob_17_submission/ring.json", handedIn({ student: "Bob", text: other }));
  put("Copy.json", handedIn({ student: "Cy", text: copied }));
  put("Evil.json", handedIn({ student: '=cmd|"x"!A1', text: "print 1\n" }));
  put("Loop.json", handedIn({ student: "Lou", text: `${start}while True:\n    me = me + 1\n` }));
  put("Other.json", handedIn({ student: "Ola", text: good, assignment: another }));
  put(
    "Pattern.json",
    handedIn({ student: "Pat", text: `${start}print 'a' * 200 + '!'\n`, assignment: check("^(a+)+$") }),
  );
  put("Back.json", handedIn({ student: "Bea", text: good, assignment: check("(?<=a)b") }));
  put("Syntax.json", handedIn({ student: "Sly", text: `${start}if me = 1\n` }));
  put("broken.json", '{"format":"epython-lab-hand-in"}');
  put("cut.json", '{"format":"epython-lab-hand-in","student":');
  put("ring.py", good);
  put(".DS_Store", "");
  put("big.json", "");
  truncateSync(join(folder, "big.json"), 9_000_000);
  writeFileSync(join(folder, "latin.json"), Uint8Array.from([0x7b, 0xe9, 0x7d]));
}
