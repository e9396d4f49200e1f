"""Functions that work with functions."""


def reduce(function, iterable, *initial):
    """Combines all elements into one value, from left to right: function(function(a, b), c)."""
    iterator = iter(iterable)
    if initial:
        value = initial[0]
    else:
        # The function itself stands for the end: no element can be it.
        value = next(iterator, reduce)
        if value is reduce:
            raise TypeError("reduce() of empty iterable with no initial value")
    for element in iterator:
        value = function(value, element)
    return value


def partial(function, *args, **keywords):
    """A function that calls another one with these arguments before its own."""
    return lambda *more, **others: function(*args, *more, **{**keywords, **others})


def total_ordering(cls):
    """Stands above a class, after an @, that has one comparison beside __eq__; the others are made when the program is read."""
    raise ValueError("must define at least one ordering operation: < > <= >=")


def wraps(wrapped):
    """For decorators: the function that they give has the name, the docstring and the attributes of the one that it stands for."""
    return lambda wrapper: update_wrapper(wrapper, wrapped)


def update_wrapper(wrapper, wrapped):
    """Gives a function the name, the docstring and the attributes of another one, and gives it back."""
    try:
        for name, value in wrapped.__dict__.items():
            setattr(wrapper, name, value)
        for name, value in (
            ("__name__", wrapped.__name__),
            ("__qualname__", wrapped.__qualname__),
            ("__doc__", wrapped.__doc__),
        ):
            setattr(wrapper, name, value)
    except AttributeError:
        # An object that can be called has no name.
        pass
    setattr(wrapper, "__wrapped__", wrapped)
    return wrapper


def cache(function):
    """Makes a function remember its results."""
    results = {}

    def cached(*args):
        if args not in results:
            results[args] = function(*args)
        return results[args]

    return cached


def cached_property(function):
    """Stands above a method, after an @: computed when it is first asked for, and kept; made when the class is read."""
    raise TypeError("cached_property() can only stand above a method, after an @")


def lru_cache(maxsize=128, typed=False):
    """Makes a function remember its last results, at most maxsize of them."""
    if callable(maxsize):
        return _remembering(maxsize, 128)
    return lambda function: _remembering(function, maxsize)


def _remembering(function, most):
    results = {}

    def cached(*args):
        if args in results:
            result = results.pop(args)
        else:
            result = function(*args)
            if most is not None and len(results) >= most:
                for oldest in results:
                    break
                del results[oldest]
        results[args] = result
        return result

    return cached
