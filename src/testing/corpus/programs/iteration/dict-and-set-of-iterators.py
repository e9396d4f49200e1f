print(dict(zip("ab", [1, 2])))
print(dict(enumerate("xy")))
print(sorted(set(map(abs, [-1, 1, 2]))))
s = set()
s.update(iter([3, 3, 4]))
print(sorted(s))
def pairs():
    yield 1, "one"
    yield 2, "two"


print(dict(pairs()))
print({k: v for k, v in pairs()})
# expect: {'a': 1, 'b': 2}
# expect: {0: 'x', 1: 'y'}
# expect: [1, 2]
# expect: [3, 4]
# expect: {1: 'one', 2: 'two'}
# expect: {1: 'one', 2: 'two'}
