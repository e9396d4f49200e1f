"""What went wrong, as text. The lines that led to an exception are not part of it: a core keeps none of them."""

from sys import exc_info


def format_exception_only(exception, value=None):
    """The last lines of what is said of an exception, as a list: its class, its text and its notes."""
    found = exception if value is None else value
    text = str(found)
    name = type(found).__name__
    lines = [f"{name}: {text}\n" if text else name + "\n"]
    for note in getattr(found, "__notes__", ()):
        lines.append(note + "\n")
    return lines


def format_exception(exception, value=None, tb=None):
    """All that is said of an exception, as a list of lines: what it comes from, then itself."""
    found = exception if value is None else value
    lines = []
    if found.__cause__ is not None:
        lines.extend(format_exception(found.__cause__))
        lines.append("\nThe above exception was the direct cause of the following exception:\n\n")
    elif found.__context__ is not None and not found.__suppress_context__:
        lines.extend(format_exception(found.__context__))
        lines.append("\nDuring handling of the above exception, another exception occurred:\n\n")
    lines.append("Traceback (most recent call last):\n")
    lines.extend(format_exception_only(found))
    return lines


def print_exception(exception, value=None, tb=None):
    """Shows all that is said of an exception."""
    print("".join(format_exception(exception, value)), end="")


def format_exc():
    """All that is said of the exception that is being handled, as one text."""
    found = exc_info()[1]
    return "NoneType: None\n" if found is None else "".join(format_exception(found))


def print_exc():
    """Shows all that is said of the exception that is being handled."""
    print(format_exc(), end="")
