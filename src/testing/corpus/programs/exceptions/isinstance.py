# isinstance looks at the bases, too.
e = IndexError("i")
print(isinstance(e, IndexError), isinstance(e, LookupError), isinstance(e, Exception), isinstance(e, BaseException))
print(isinstance(e, KeyError), isinstance(e, (KeyError, LookupError)), isinstance(5, ValueError), isinstance(e, int))
print(isinstance(ValueError, ValueError))

# expect: True True True True
# expect: False True False False
# expect: False
