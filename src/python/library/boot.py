"""Runs the host's program: its output, input, waits and errors go through the bridge."""

import ast
import builtins
import io
import json
import linecache
import sys
import time
import traceback
import types

import _epython_bridge as _bridge
import epython
from _epython_console import Console
from epython.device import device
from epython.launcher import launcher
from epython.source import Source


class _Output(io.TextIOBase):
    """Text that goes to the user, line by line."""

    def __init__(self, name):
        super().__init__()
        self.name = name
        self.encoding_name = "utf-8"
        self._parts = []
        self._length = 0

    encoding = "utf-8"
    errors = "replace"

    def writable(self):
        return True

    def isatty(self):
        return False

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() takes a string, not {type(text).__name__}")
        self._parts.append(text)
        self._length += len(text)
        if "\n" in text or self._length > 4096:
            self.flush()
        return len(text)

    def flush(self):
        if self._parts:
            text = "".join(self._parts)
            self._parts.clear()
            self._length = 0
            _check(_bridge.write(self.name, text))


class _Input(io.TextIOBase):
    encoding = "utf-8"
    errors = "replace"

    def readable(self):
        return True

    def readline(self, size=-1):
        return _read_line("")

    def read(self, size=-1):
        return "".join(iter(self.readline, ""))


def _check(answer):
    if answer == "interrupted":
        raise KeyboardInterrupt
    return answer


def _read_line(prompt):
    sys.stdout.flush()
    answer = json.loads(_check_json(_bridge.ask(prompt)))
    return "" if answer is None else answer + "\n"


def _check_json(answer):
    if answer == "interrupted":
        raise KeyboardInterrupt
    return answer


def _input(prompt=""):
    line = _read_line(str(prompt))
    if line == "":
        raise EOFError("there is no more input")
    return line[:-1]


def _sleep(seconds):
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    sys.stdout.flush()
    if _bridge.sleep(float(seconds)) == "interrupted":
        raise KeyboardInterrupt


# The page takes no more of what a program has failed with.
_MOST_CHARACTERS = 100_000
_MOST_CALLS = 1_000


def _cut(text, most=_MOST_CHARACTERS):
    return text if len(text) <= most else text[:most] + "…"


def _text(value):
    """As Python shows it, whatever its __str__ does."""
    try:
        return str(value)
    except Exception:
        return f"<{type(value).__name__} that cannot be shown>"


def _calls(error, own):
    """Where an exception came from, innermost first, in the files of the project."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename in own]
    calls = [
        {"name": _cut(frame.name, 200), "file": own[frame.filename], "line": frame.lineno} for frame in reversed(frames)
    ]
    return calls[:_MOST_CALLS]


def _report(error, own):
    if isinstance(error, SyntaxError) and error.filename in own:
        calls = [{"name": "<module>", "file": own[error.filename], "line": error.lineno or 1}]
        text = error.msg
    else:
        calls = _calls(error, own)
        text = _text(error)
    line = getattr(error, "line", None)
    if type(error).__name__ == "OffloadError" and isinstance(line, int) and (not calls or calls[0]["line"] != line):
        file = calls[0]["file"] if calls else next(iter(own.values()))
        calls.insert(0, {"name": "<kernel>", "file": file, "line": line})
    name = _cut(type(error).__name__, 200)
    message = _cut(f"{name}: {text}" if text else name)
    return {"outcome": "failed", "error": name, "message": message, "calls": calls}


# After the program.
_console = None


def _execute(config):
    global _console
    folder = config["folder"]
    path = f"{folder}/{config['main']}"
    own = {f"{folder}/{name}": name for name in config["files"]}
    text, written = config["text"], config["written"]
    linecache.cache[path] = (len(written), None, written.splitlines(keepends=True), path)
    try:
        tree = ast.parse(text, path)
        device.begin(path, config["cores"], config["id"], config["mode"])
        Source.known[path] = Source(path, written, tree)
        module = types.ModuleType("__main__")
        module.__file__ = path
        _console = Console(module.__dict__)
        if text != written:
            module.divide = epython.divide
        sys.modules["__main__"] = module
        sys.argv = [config["main"]]
        code = compile(text, path, "exec")
        _bridge.limit_stack()
        exec(code, module.__dict__)
        sys.stdout.flush()
        return {"outcome": "ended" if launcher.finish() else "failed"}
    except KeyboardInterrupt as error:
        # Stop, or one that the program has raised itself: the page knows.
        return {**_report(error, own), "outcome": "stopped"}
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        try:
            well = launcher.finish()
        except KeyboardInterrupt:
            return {"outcome": "stopped"}
        if end.code in (None, 0):
            return {"outcome": "ended" if well else "failed"}
        return {"outcome": "failed", "status": "1" if isinstance(end.code, str) else _cut(_text(end.code), 200)}
    except BaseException as error:
        return _report(error, own)


def run(config):
    """Runs a program to its end; says as JSON how it came out."""
    config = json.loads(config)
    sys.stdout = sys.__stdout__ = _Output("out")
    sys.stderr = sys.__stderr__ = _Output("err")
    sys.stdin = sys.__stdin__ = _Input()
    builtins.input = _input
    time.sleep = _sleep
    sys.path.insert(0, config["folder"])
    return _over(_execute(config))


def enter(text):
    """Runs what was entered at the console, after the program; says as JSON how it came out."""
    try:
        return _over(_console.enter(text))
    except KeyboardInterrupt:
        # Stop was pressed again, while the first was being told.
        return _over({"outcome": "stopped"})


def query(what, text):
    """Answers the console's question about a text, as JSON."""
    return _console.query(what, text)


def _over(result):
    try:
        launcher.rest()
        sys.stdout.flush()
        sys.stderr.flush()
    except (KeyboardInterrupt, epython.DeadlockError):
        pass
    return json.dumps({**result, "console": _console is not None})
