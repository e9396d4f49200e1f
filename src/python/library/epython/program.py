"""The program of the cores, made from the source of the kernels."""

import ast
import json

from .device import ask
from .errors import OffloadError

# Modules that the cores have, too.
_CORE_MODULES = {"array", "concurrency", "math", "memory", "parallel", "random", "taskfarm", "time", "util"}

# Names that the host has from epython, and the cores from parallel.
_PARALLEL = {"send", "recv", "sendrecv", "probe", "bcast", "reduce", "sync", "coreid", "numcores", "ishost", "isdevice"}


class Program:
    """The program of the cores: kernels, what they need, and a loop that runs what the host launches.

    Every line of a kernel keeps its number in the host's file, so that every diagnostic names the right line.
    """

    def __init__(self, kernels, residents, checking=False):
        self.source = kernels[0].source if kernels else None
        self.kept = {}
        self.imports = {}
        self.residents = set(residents)
        if checking:
            self.residents |= self.source.defined
        for kernel in kernels:
            if kernel.source is not self.source:
                raise OffloadError(
                    f"the kernels {kernels[0].name} and {kernel.name} are in two files: put them into one",
                    kernel.file,
                    kernel.line,
                )
            self._keep(kernel.node, kernel.name, checking)
        self.text = self._body() + self._loop(kernels)
        self.file = self.source.file.rpartition("/")[2] if self.source else "host.py"

    def _keep(self, node, kernel, checking):
        if node.name in self.kept:
            if self.kept[node.name] is not node:
                raise OffloadError(f"there are two functions named {node.name}", self.source.file, node.lineno)
            return
        self.kept[node.name] = node
        for name, line in _free_names(node).items():
            if name in self.residents:
                continue
            if name in self.source.functions:
                self._keep(self.source.functions[name], kernel, checking)
            elif name in self.source.imports:
                self._import(name, kernel, line)
            elif name in self.source.variables:
                if not checking:
                    raise OffloadError(
                        f"{kernel} uses {name}, a variable of the host: pass it as an argument, or put it on the cores "
                        f"with define_on_device({name}) before the launch",
                        self.source.file,
                        line,
                    )
                self.residents.add(name)
            else:
                self._parallel(name)

    def _parallel(self, name):
        if name in _PARALLEL:
            self.imports[name] = f"from parallel import {name}"

    def _import(self, name, kernel, line):
        node, alias = self.source.imports[name]
        module = node.module if isinstance(node, ast.ImportFrom) else alias.name
        if module == "epython":
            self._parallel(alias.name)
            return
        if module not in _CORE_MODULES:
            raise OffloadError(
                f"{kernel} uses {name} of the module {module}, which the cores do not have", self.source.file, line
            )
        one = ast.ImportFrom(module, [alias], 0) if isinstance(node, ast.ImportFrom) else ast.Import([alias])
        self.imports[name] = ast.unparse(one)

    def _body(self):
        if self.source is None:
            return ""
        lines = [" " * len(line) for line in self.source.lines]
        for node in self.kept.values():
            for number in range(node.lineno - 1, node.end_lineno):
                # A def inside something else moves to the left. Its lines keep their numbers.
                line = self.source.lines[number]
                lines[number] = line[node.col_offset :] if line[: node.col_offset].strip() == "" else line
        return "\n".join(lines) + "\n"

    def _loop(self, kernels):
        names = sorted(self.residents)
        lines = list(self.imports.values())
        lines += [f"{name} = 0" for name in names]
        lines += [
            "from offload import next_launch as _offload_next, give_back as _offload_give",
            f"_offload_kernels = [{', '.join(kernel.name for kernel in kernels)}]",
            "while True:",
            "    _offload_task = _offload_next()",
            "    _offload_op = _offload_task[0]",
            "    if _offload_op == -1:",
            "        break",
        ]
        for k, name in enumerate(names):
            lines += [
                f"    elif _offload_op == {-2 - 2 * k}:",
                f"        {name} = _offload_task[1]",
                "        _offload_give(None)",
                f"    elif _offload_op == {-3 - 2 * k}:",
                f"        _offload_give({name})",
            ]
        for count in sorted({len(kernel.parameters) for kernel in kernels}):
            arguments = ", ".join(f"_offload_task[{k + 1}]" for k in range(count))
            lines += [
                f"    elif len(_offload_task) == {count + 1}:",
                f"        _offload_give(_offload_kernels[_offload_op]({arguments}))",
            ]
        return "\n".join(lines) + "\n"

    def request(self):
        """What the bridge needs to compile the program, as JSON."""
        lines = 0 if self.source is None else len(self.source.lines)
        return json.dumps({"file": self.file, "text": self.text, "lines": lines, "resident": sorted(self.residents)})


def complain(program, answer):
    """Raises the first problem that the compiler reports in a program, if there is one."""
    for problem in json.loads(ask(answer))["problems"]:
        raise OffloadError(problem["message"], program.file, problem["line"])


def _free_names(function):
    """Names that a def uses and does not bind, or that it declares global, with the line of the first use."""
    bound = {argument.arg for argument in function.args.args + function.args.kwonlyargs}
    shared = {name for node in ast.walk(function) if isinstance(node, ast.Global) for name in node.names}
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and isinstance(node.ctx, (ast.Store, ast.Del)):
            bound.add(node.id)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            bound.update(alias.asname or alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.FunctionDef) and node is not function:
            bound.add(node.name)
    free = {}
    outside = {id(node) for part in function.decorator_list for node in ast.walk(part)}
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and id(node) not in outside and (node.id in shared or node.id not in bound):
            free.setdefault(node.id, node.lineno)
    return free
