import { describe, expect, test } from "vitest";
import { callAt } from "./call-at.ts";
import { hover } from "./hover.ts";
import { at } from "./testing/marked.ts";

function over(source: string, others?: Readonly<Record<string, string>>) {
  const { analysis, offset } = at(source, others);
  return hover(analysis, offset);
}

describe("hover", () => {
  test("shows a decorated function as it is written, with what decorates it", () => {
    const { analysis, offset } = at("from mine import keep\n@keep\ndef f(a, b=2):\n    return a\nprint f|(1)\n", {
      "mine.py": "def keep(f):\n    return f\n",
    });
    expect(analysis.diagnostics).toEqual([]);
    expect(hover(analysis, offset)?.code).toBe("@keep\ndef f(a, b=2)");
    expect(callAt(analysis, offset + 1)?.signature.label).toBe("f(a, b=2)");
  });

  test("tells a native's signature, words and counterpart in MPI", () => {
    expect(over("from parallel import *\nse|nd(1, 2)\n")).toEqual({
      code: "send(data, pid[, n])",
      words: "Sends a value or list to core pid and waits until that core receives it.",
      mpi: "MPI_Ssend",
      module: "parallel",
      from: 23,
      to: 27,
    });
    expect(over("import parallel\nparallel.re|cv(1)\n")?.mpi).toBe("MPI_Recv");
  });

  test("tells where a variable is assigned", () => {
    expect(over("x = 1\nprint x|\nx = 2\n")?.words).toBe("A variable of main.py, assigned in lines 1 and 3.");
    expect(over("def f(a):\n    return a|\n")?.words).toBe("A parameter of f.");
  });

  test("tells a function's docstring, also from another file", () => {
    const mine = { "mine.py": 'def twice(x, n=2):\n    """Doubles."""\n    return x * n\n' };
    expect(over("import mine\nprint mine.tw|ice(1)\n", mine)).toMatchObject({
      code: "def twice(x, n=2)",
      words: "Doubles.",
      module: "mine",
    });
  });

  test("knows what stands in an f-string", () => {
    expect(over('from parallel import *\nprint f"{cor|eid()}"\n')?.module).toBe("parallel");
    expect(over("w = 5\nprint f'{1:>{w|}}'\n")?.words).toBe("A variable of main.py, assigned in line 1.");
    expect(over("x = 5\nprint f'{f\"{x|}\"}'\n")?.words).toBe("A variable of main.py, assigned in line 1.");
    expect(over("print f\"{'a'.up|per()}\"\n")?.code).toBe("upper()");
    expect(over('x = 1\nprint f"{1 if x el|se 2}"\n')?.words).toContain("no condition");
    expect(over('print f"el|se"\n')).toBeUndefined();
    const { analysis, offset } = at('from parallel import *\nprint f"{send(1, |)}"\n');
    expect(callAt(analysis, offset)).toMatchObject({ active: 1, signature: { label: "send(data, pid[, n])" } });
    const outside = at('from parallel import *\nsend(f"{max(1, 2), 3}", |)\n');
    expect(callAt(outside.analysis, outside.offset)).toMatchObject({ active: 1 });
  });

  test("knows modules, methods, print and keywords", () => {
    expect(over("import ma|th\n")?.code).toBe("import math");
    expect(over("a = []\na.app|end(1)\n")?.code).toBe("append(x)");
    expect(over("pri|nt 1\n")?.words).toContain("Shows values");
    expect(over("whi|le True:\n    pass\n")?.words).toContain("again");
    expect(over("x = 1 |+ 2\n")).toBeUndefined();
  });
});

describe("the call at a place", () => {
  const call = (source: string) => {
    const { analysis, offset } = at(source);
    const found = callAt(analysis, offset);
    return found && [found.signature.label, found.signature.parameters[found.active]?.name];
  };

  test("is found in brackets that are not closed yet", () => {
    expect(call("from parallel import *\nsend(|")).toEqual(["send(data, pid[, n])", "data"]);
    expect(call("from parallel import *\nsend(1, |")).toEqual(["send(data, pid[, n])", "pid"]);
    expect(call("from parallel import *\nsend([1, 2], coreid() + |)")).toEqual(["send(data, pid[, n])", "pid"]);
  });

  test("knows named arguments, methods, members and own functions", () => {
    expect(call("def f(a, b=1):\n    pass\nf(b=|)")).toEqual(["f(a, b=1)", "b"]);
    expect(call("import math\nprint math.pow(2, |)")).toEqual(["pow(x, y)", "y"]);
    expect(call("a = []\na.insert(0, |)")).toEqual(["insert(index, x)", "x"]);
    expect(call("max(1, 2, 3, |)")?.[1]).toBe("...");
  });

  test("is none in a definition, a list or after the brackets", () => {
    expect(call("def f(|")).toBeUndefined();
    expect(call("abs([1, |")).toBeUndefined();
    expect(call("abs(1)|")).toBeUndefined();
  });
});
