# What a method of a set gets may give its values one by one.
# expect: {1, 2, 5} {1} {5}
# expect: True False
# expect: {1, 5, 7, 8, 9}
# expect: {1: 0, 2: 0}
def numbers():
    yield 1
    yield 2


some = {1, 5}
print(some.union(numbers()), some.intersection(numbers()), some.difference(numbers(), []))
print(some.issubset(map(abs, [-1, 5])), some.isdisjoint(n for n in [5]))
some.update((n + 6 for n in numbers()), [9])
print(some)
print(dict.fromkeys(numbers(), 0))
