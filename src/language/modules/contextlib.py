"""What makes managers for the with statement."""


class _Manager:
    def __init__(self, generator):
        self._generator = generator

    def __enter__(self):
        return next(self._generator)

    def __exit__(self, kind, value, trace):
        if kind is None:
            for x in self._generator:
                raise RuntimeError("generator didn't stop")
            return False
        try:
            self._generator.throw(value)
        except StopIteration:
            return True
        except Exception as error:
            if error is value:
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(function):
    """Makes a manager of a generator: what is before its yield is done first, what is behind it last."""
    return lambda *args, **named: _Manager(function(*args, **named))


class suppress:
    """Ends the block quietly at one of these exceptions."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        return None

    def __exit__(self, kind, value, trace):
        return kind is not None and isinstance(value, self._exceptions)


class nullcontext:
    """Does nothing before and after the block."""

    def __init__(self, result=None):
        self._result = result

    def __enter__(self):
        return self._result

    def __exit__(self, kind, value, trace):
        return False


class closing:
    """Closes something after the block."""

    def __init__(self, thing):
        self._thing = thing

    def __enter__(self):
        return self._thing

    def __exit__(self, kind, value, trace):
        self._thing.close()
        return False
