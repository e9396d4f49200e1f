# Exceptions and their classes as keys and values.
counts = {}
for x in [1, 0, "a", 2, None]:
    try:
        10 // x
        kind = None
    except Exception as e:
        kind = type(e)
    counts[kind] = counts.get(kind, 0) + 1
print(counts[TypeError], counts[ZeroDivisionError], counts[None])
words = {ValueError: "value", KeyError: "key"}
print(words[type(KeyError())])

# expect: 2 1 2
# expect: key
