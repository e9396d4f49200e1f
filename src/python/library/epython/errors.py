"""What can go wrong: the exceptions of epython."""


class OffloadError(Exception):
    """A function, an argument or an option that cannot go to the cores. `file` and `line` say where, if that is known."""

    def __init__(self, message, file=None, line=None):
        super().__init__(message if line is None else f"line {line}: {message}")
        self.file = file
        self.line = line


class KernelError(Exception):
    """A kernel that failed on a core."""

    def __init__(self, message, core, line):
        super().__init__(message)
        self.core = core
        self.line = line


class DeadlockError(Exception):
    """The cores can never continue."""
