# Dictionaries and sets are given to kernels, and come back.
from epython import *

@offload(target=0)
def counts(words, skip):
    found = {}
    for word in words:
        if word not in skip:
            found[word] = found.get(word, 0) + 1
    return found

@offload(target=0)
def same(x):
    return x

@offload(target=0)
def loop():
    d = {}
    d["me"] = d
    return d

print(counts(["a", "b", "a", "the"], {"the"}))
print(same({(1, 2): {"k": [0.5, None]}, frozenset([3]): {True}}))
print(same(dict(zip(range(20), "abcdefghijklmnopqrst")))[0][13])
print(same([set(), frozenset(), {}]))
for work in [lambda: same({range(2): 1}), loop]:
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__ + ":", error)
# expect host: [{'a': 2, 'b': 1}]
# expect host: [{(1, 2): {'k': [0.5, None]}, frozenset({3}): {True}}]
# expect host: n
# expect host: [[set(), frozenset(), {}]]
# expect host: TypeError: x, an argument of same: a range cannot be a key or an element of a set on a core
# expect host: OffloadError: a value that contains itself, or that is nested more than 50 deep, cannot be given to the host
