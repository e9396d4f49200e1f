# Classes of exceptions are values.
print(ValueError, type(ValueError("x")), type(ValueError))
print(ValueError.__name__, type(KeyError("k")).__name__)
print(type(ValueError("x")) == ValueError, type(KeyError()) == LookupError)
kinds = [ValueError, KeyError]
print(kinds[1], ValueError in kinds, TypeError in kinds)

# expect: <class 'ValueError'> <class 'ValueError'> <class 'type'>
# expect: ValueError KeyError
# expect: True False
# expect: <class 'KeyError'> True False
