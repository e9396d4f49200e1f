import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";
import { ShareDialog } from "./pages/share-dialog.ts";

// Programs that strangers wrote: full Python has no way out of its thread.

const HOSTILE = `# host
import asyncio, gc, importlib, importlib.util, os, subprocess, sys

refused = 0

def attempt(name, work):
    global refused
    try:
        result = work()
        print(name, "LEAK", type(result).__name__, repr(result)[:80])
    except BaseException as error:
        refused += 1

def reload_js():
    for name in list(sys.modules):
        if "js" in name or "pyodide" in name:
            del sys.modules[name]
    import js
    return js.fetch

def proxies():
    """Everything of JavaScript that Python can find."""
    from pyodide.ffi import JsProxy
    import epython
    found = [o for o in gc.get_objects() if isinstance(o, JsProxy)]
    # Those that only wait for the page, or for a core, would do so here.
    found += [epython._bridge, epython._bridge.write, epython._bridge.line, epython._bridge.collect]
    assert found
    return found

def through_constructors():
    for proxy in proxies():
        for path in (["constructor"], ["constructor", "constructor"], ["write", "constructor"], ["__proto__", "constructor"]):
            at = proxy
            try:
                for name in path:
                    at = getattr(at, name)
                return at("return globalThis")()
            except BaseException:
                continue
    raise ValueError("none")

def through_calls():
    for proxy in proxies():
        for name in ("call", "apply", "bind"):
            try:
                result = getattr(proxy, name)(None)
                if hasattr(result, "fetch") or hasattr(result, "indexedDB"):
                    return result
            except BaseException:
                continue
    raise ValueError("none")

def names_of_the_outside():
    wanted = ("fetch", "indexedDB", "caches", "WebSocket", "postMessage", "navigator", "importScripts", "loadPackage")
    for proxy in proxies():
        for name in wanted:
            try:
                if getattr(proxy, name, None) is not None:
                    return proxy, name
            except BaseException:
                continue
    raise ValueError("none")

def own_finder():
    for finder in sys.meta_path:
        for kept in vars(finder).values() if hasattr(finder, "__dict__") else []:
            for name in ("js", "pyodide_js"):
                if isinstance(kept, dict) and name in kept:
                    return kept[name]
    raise ValueError("none")

def fetch_it():
    from pyodide.http import pyfetch
    return asyncio.get_event_loop().run_until_complete(pyfetch("/leak")).status

def open_it():
    from pyodide.http import open_url
    return open_url("/leak").read()

def library():
    import urllib.request
    return urllib.request.urlopen("http://localhost/leak", timeout=2).read()

def connect():
    import socket
    with socket.create_connection(("localhost", 80), timeout=2) as line:
        line.sendall(b"leak")
        return line.recv(10)

def run_js():
    from pyodide.code import run_js as run
    return run("self.location.href")

def packages():
    import pyodide_js
    return pyodide_js.loadPackage("micropip")

def private_package():
    from pyodide._package_loader import loadDynlib
    return loadDynlib

def idbfs():
    import pyodide_js
    return pyodide_js.FS.filesystems.IDBFS

def own_objects():
    """Objects of JavaScript that a program makes itself."""
    from pyodide.ffi import create_once_callable, create_proxy, to_js
    for made in (to_js([1]), to_js({"a": 1}), to_js(b"x"), create_proxy(print), create_once_callable(print)):
        for path in (["constructor", "constructor"], ["__proto__", "constructor", "constructor"]):
            at = made
            try:
                for name in path:
                    at = getattr(at, name)
                return at("return globalThis")()
            except BaseException:
                continue
    raise ValueError("none")

def core_module():
    import _pyodide_core
    for name in dir(_pyodide_core):
        found = getattr(_pyodide_core, name)
        if hasattr(found, "fetch") or hasattr(found, "globalThis"):
            return found
    raise ValueError("none")

def spec_of(name):
    spec = importlib.util.find_spec(name)
    return importlib.util.module_from_spec(spec)

def found_by(name):
    for finder in sys.meta_path:
        spec = finder.find_spec(name, None)
        if spec is not None:
            return spec.loader.load_module(name)
    raise ImportError(name)

attempt("import js", lambda: __import__("js"))
attempt("importlib js", lambda: importlib.import_module("js"))
attempt("importlib pyodide_js", lambda: importlib.import_module("pyodide_js"))
attempt("bridge", lambda: importlib.import_module("_epython_bridge"))
attempt("packages", packages)
attempt("file systems", idbfs)
attempt("run_js", run_js)
attempt("pyfetch", fetch_it)
attempt("open_url", open_it)
attempt("urllib", library)
attempt("socket", connect)
attempt("own finder", own_finder)
attempt("constructors", through_constructors)
attempt("calls", through_calls)
attempt("names", names_of_the_outside)
attempt("reload", reload_js)
attempt("own objects", own_objects)
attempt("core module", core_module)
attempt("spec js", lambda: spec_of("js"))
attempt("spec pyodide_js", lambda: spec_of("pyodide_js"))
attempt("finder js", lambda: found_by("js"))
attempt("finder pyodide_js", lambda: found_by("pyodide_js"))
attempt("import_module reload", lambda: importlib.reload(importlib.import_module("pyodide_js")))
attempt("processes", lambda: subprocess.run(["ls"]))
print("done:", refused, "refused")
`;

test("hostile programs reach nothing outside of their thread", async ({ page, context }) => {
  const lab = await Lab.open(page);
  await page.evaluate(async () => {
    localStorage.setItem("secret", "kept");
    // biome-ignore lint/suspicious/noDocumentCookie: a program may look for one
    document.cookie = "secret=kept";
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("secret", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("kept");
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
  });
  // Python itself has to be fetched; afterwards nothing may be. The first thread is the one whose memory the later begin with.
  await lab.run(HOSTILE.replace(/^attempt\("(pyfetch|open_url|urllib|socket)".*\n/gm, ""));
  await expect(lab.output.line("host 16", "done: 20 refused")).toBeVisible();
  await lab.run('# host\nprint("ready")\n');
  await expect(lab.output.line("host 16", "ready")).toBeVisible();
  // The thread of the last run, which the console speaks to, and one that is kept ready.
  await expect.poll(() => page.workers().filter((worker) => /python-worker/.test(worker.url())).length).toBe(2);
  await page.waitForLoadState("networkidle");
  const asked: string[] = [];
  context.on("request", (request) => {
    if (!/\/(assets|pyodide|src|node_modules|@)/.test(new URL(request.url()).pathname)) asked.push(request.url());
  });
  const before = await page.evaluate(() => ({ ...localStorage }));

  await lab.run(HOSTILE);
  await expect(lab.output.line("host 16", "done")).toBeVisible();
  const said = await lab.output.log.locator(".log-line .log-text").allInnerTexts();
  expect(said).toEqual(["done: 24 refused"]);

  // The C library's way to JavaScript ends Python altogether.
  await lab.run(
    '# host\nimport ctypes\nctypes.CDLL(None).emscripten_run_script(b"self.postMessage(1)")\nprint("leak")\n',
  );
  await expect(lab.output.end).toHaveText(/^Failed/);
  await expect(lab.output.log.getByText("no way to JavaScript").first()).toBeVisible();
  await expect(lab.output.log.getByText("leak")).toHaveCount(0);

  expect(asked).toEqual([]);
  const after = await page.evaluate(async () => ({
    kept: { ...localStorage },
    cookie: document.cookie,
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));
  expect(after.kept.secret).toBe("kept");
  expect(Object.keys(after.kept).filter((key) => !/^epython-lab/.test(key))).toEqual(
    Object.keys(before).filter((key) => !/^epython-lab/.test(key)),
  );
  expect(after.cookie).toContain("secret=kept");
  expect(after.databases).toContain("secret");
});

test("a program from a link runs only when the reader presses Run, and has no way out then", async ({
  page,
  browser,
}) => {
  const lab = await Lab.open(page);
  await lab.editor.write(HOSTILE);
  const link = await (await ShareDialog.open(page)).link.inputValue();

  const context = await browser.newContext();
  const asked: string[] = [];
  context.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const theirs = new Lab(await context.newPage());
  await theirs.page.addInitScript(() => localStorage.setItem("secret", "kept"));
  const [address, fragment] = link.split("#");
  // An embed that is asked to run at once runs only what is for the cores, in a tab of its own too.
  for (const query of ["", "?embed=1&run=1"]) {
    await theirs.page.goto(`${address}${query}#${fragment}`);
    await theirs.editor.loaded();
    await expect(theirs.page.locator(".view-line", { hasText: "import asyncio" })).toBeVisible();
    await expect(theirs.runButton).toBeEnabled();
    await expect(theirs.output.log).toContainText("Press Run");
    expect(theirs.page.workers().filter((worker) => /python-worker/.test(worker.url()))).toEqual([]);
    expect(asked.filter((path) => path.includes("/pyodide/"))).toEqual([]);
  }
  await theirs.page.goto("about:blank");
  await theirs.page.goto(`${address}?embed=1&run=1#${await linkTo(lab, 'print "cores only"\n')}`);
  await expect(theirs.output.log.getByText("cores only").first()).toBeVisible();

  await theirs.page.goto(link);
  await theirs.editor.loaded();
  await theirs.runButton.click();
  await expect(theirs.output.line("host 16", "done")).toBeVisible();
  const said = await theirs.output.log.locator(".log-line .log-text").allInnerTexts();
  expect(said).toEqual(["done: 24 refused"]);
  // What the thread fetches would be seen: Python itself was.
  expect(asked.some((path) => path.includes("/pyodide/"))).toBe(true);
  expect(asked.filter((path) => path.includes("leak"))).toEqual([]);
  await context.close();
});

/// The fragment of a link to a program.
async function linkTo(lab: Lab, program: string): Promise<string> {
  await lab.page.keyboard.press("Escape");
  await lab.editor.write(program);
  const link = await (await ShareDialog.open(lab.page)).link.inputValue();
  return link.split("#")[1] ?? "";
}

// What leads from C to JavaScript in a program that was made with Emscripten: it ends Python, is not there, or comes to nothing.
test("nothing comes of the ways from C to JavaScript", async ({ page, context }) => {
  const lab = await Lab.open(page);
  const asked: string[] = [];
  context.on("request", (request) => asked.push(new URL(request.url()).pathname));
  for (const call of [
    'emscripten_run_script_string(b"self.location.href")',
    'emscripten_async_wget(b"/leak", b"/home/pyodide/leak", None, None)',
  ]) {
    await lab.run(
      `# host\nimport ctypes\nresult = ctypes.CDLL(None).${call}\nprint("LEAK" if result else "nothing")\n`,
    );
    await expect(lab.output.end).toBeVisible();
    await expect(lab.output.log.getByText("LEAK")).toHaveCount(0);
    // By the time that another program has run, this one's requests would have been seen.
    await lab.run('# host\nprint("again")\n');
    await expect(lab.output.line("host 16", "again")).toBeVisible();
    expect(asked.filter((path) => path.includes("leak"))).toEqual([]);
    await lab.output.clear();
  }
});

test("no text becomes code in the thread that programs run in", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.run('# host\nprint("ready")\n');
  await expect(lab.output.line("host 16", "ready")).toBeVisible();
  // The thread for the next run is made ready by now, or soon. What looks into it from outside does so with eval.
  const look = async (): Promise<string> => {
    const thread = page.workers().find((worker) => /python-worker/.test(worker.url()));
    return thread === undefined ? "none" : thread.evaluate(() => "open").catch((error: unknown) => String(error));
  };
  await expect.poll(look).toMatch(/full Python in this page has no way to JavaScript/);
});

test("a program cannot change the language under our own code", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.run(readFileSync(new URL("../src/testing/corpus/python-programs/patching.py", import.meta.url), "utf8"));
  for (const line of ["0 stay changed", "nothing was caught", "no memory was found", "[[1, 2.5, 'x']]"])
    await expect(lab.output.line("host 16", line)).toBeVisible({ timeout: 120_000 });
});

test("a line of millions of characters is printed, and what comes after it", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.run('# host\nprint("x" * 4_100_000)\nprint("after")\n');
  await expect(lab.output.line("host 16", "after")).toBeVisible({ timeout: 120_000 });
  await expect(lab.output.end).toHaveText(/ended/i);
});

test("a page that only opens a host program runs none of it and fetches no Python", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const lab = await Lab.open(page);
  await lab.editor.write('# host\nprint("ran")\n');
  await page.reload();
  await lab.editor.loaded();
  await expect(page.locator(".view-line", { hasText: "ran" })).toBeVisible();
  expect(asked.filter((path) => path.includes("/pyodide/"))).toEqual([]);
  await expect(lab.output.log.locator(".log-line")).toHaveCount(0);
});
