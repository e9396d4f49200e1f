"""Runs programs of the common subset of ePython and Python 3 as the cores would.

One program a line comes in as a JSON string, one answer a line goes out: what it printed, the exception that ended it
and the line it happened on. The programs compute as the hardware does: each operation's result is rounded to single
precision, and an int that does not fit into 32 bits is an OverflowError. For that each program's tree is rewritten.
"""
import ast
import io
import json
import struct
import sys
import contextlib


def single(x):
    try:
        return struct.unpack("<f", struct.pack("<f", x))[0]
    except OverflowError:
        return float("inf") if x > 0 else float("-inf")


class Single(float):
    """A real that prints as the shortest decimal that reads back as the same single."""

    def __repr__(self):
        x = float(self)
        if x != x or x in (float("inf"), float("-inf")) or x == 0:
            return float.__repr__(x)
        for digits in range(1, 10):
            text = "%.*e" % (digits - 1, x)
            mantissa, exponent = text.split("e")
            nearest = int(mantissa.replace(".", ""))
            for whole in (nearest, nearest + (1 if x > 0 else -1)):
                decimal = float("%de%d" % (whole, int(exponent) - digits + 1))
                if single(decimal) == x:
                    return float.__repr__(decimal)
        return float.__repr__(x)

    __str__ = __repr__


def fits(x):
    kind = type(x)
    if kind is int:
        if not -2147483648 <= x <= 2147483647:
            raise OverflowError("it does not fit into 32 bits")
    elif kind is float:
        return Single(single(x))
    return x


def total(values, start=0):
    for value in values:
        start = start + value
        # Ints only have to fit in the end.
        if type(start) is float:
            start = fits(start)
    return start


def fit(node):
    return ast.Call(ast.Name("fits", ast.Load()), [node], [])


class AsTheCores(ast.NodeTransformer):
    def wrapped(self, node):
        self.generic_visit(node)
        return ast.copy_location(fit(node), node)

    visit_BinOp = wrapped
    visit_Call = wrapped

    def visit_UnaryOp(self, node):
        if isinstance(node.op, ast.Not):
            return self.generic_visit(node)
        return self.wrapped(node)

    def visit_Constant(self, node):
        return self.wrapped(node) if type(node.value) is float else node

    def visit_AugAssign(self, node):
        self.generic_visit(node)
        target = node.target
        if isinstance(target, ast.Name):
            check = ast.Assign([target], fit(ast.Name(target.id, ast.Load())))
            return [node, ast.copy_location(check, node)]
        # The list and the index are computed once, and the element is read before the value is computed.
        there = ast.parse("list_, index_ = 0, 0").body[0]
        there.value.elts = [target.value, target.slice]
        read = ast.parse("list_[index_]", mode="eval").body
        write = ast.parse("list_[index_] = 0").body[0]
        write.value = fit(ast.BinOp(read, node.op, node.value))
        for new in (there, write):
            for part in ast.walk(new):
                if getattr(part, "lineno", None) == 1:
                    ast.copy_location(part, node)
        return [there, write]


def run(text):
    out = io.StringIO()
    error = None
    line = 0
    try:
        tree = ast.fix_missing_locations(AsTheCores().visit(ast.parse(text)))
        with contextlib.redirect_stdout(out):
            exec(compile(tree, "<program>", "exec"), {"fits": fits, "sum": total, "__name__": "program"})
    except Exception as problem:
        error = type(problem).__name__
        # The cores say the same of nan and of inf: no int is like that.
        if "NaN to integer" in str(problem):
            error = "OverflowError"
        step = problem.__traceback__
        while step is not None:
            if step.tb_frame.f_code.co_filename == "<program>":
                line = step.tb_lineno
            step = step.tb_next
        if line == 0:
            error = "%s: %s" % (error, problem)
    return {"out": out.getvalue(), "error": error, "line": line}


for request in sys.stdin:
    answer = json.dumps(run(json.loads(request)))
    sys.stdout.write(answer + "\n")
    sys.stdout.flush()
