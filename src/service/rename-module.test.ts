import { expect, test } from "vitest";
import { edited } from "./rename.ts";
import { renameModule } from "./rename-module.ts";
import { projectAt } from "./testing/marked.ts";

const part = { "part.py": "def f():\n    return 1\n" };

/// The program after `part.py` has got another name.
function after(program: string, to: string, others: Readonly<Record<string, string>> = part): string {
  const { project } = projectAt(`${program}|`, others);
  const edits = renameModule(project, "part.py", to);
  if ("refused" in edits) return edits.refused;
  return edited(
    program,
    edits.filter(({ file }) => file === "main.py"),
  );
}

test("imports of a file that is renamed follow it", () => {
  expect(after("import part\nprint part.f()\n", "halo.py")).toBe("import halo\nprint halo.f()\n");
  expect(after("import math, part as p\nprint p.f()\n", "halo.py")).toBe("import math, halo as p\nprint p.f()\n");
  expect(after("from part import *\nprint f()\n", "halo.py")).toBe("from halo import *\nprint f()\n");
  expect(after("import math\npart = 1\n", "halo.py")).toBe("import math\npart = 1\n");
});

test("a file in which the new name means something else goes on with the old one", () => {
  expect(after("import part\nhalo = 2\nprint part.f() + halo\n", "halo.py")).toBe(
    "import halo as part\nhalo = 2\nprint part.f() + halo\n",
  );
  expect(after("from part import f\nhalo = f()\n", "halo.py")).toBe("from halo import f\nhalo = f()\n");
});

test("classic programs import in any case", () => {
  const program = "# dialect: classic\nimport PART\nprint Part.F()\n";
  expect(after(program, "halo.py")).toBe("# dialect: classic\nimport halo\nprint halo.F()\n");
});

test("what is imported has a name that can be written", () => {
  expect(after("import part\n", "my-part.py")).toContain("main.py imports it");
  expect(after("import part\n", "while.py")).toContain("main.py imports it");
  expect(after("print 1\n", "my-part.py")).toBe("print 1\n");
});
