class Odd:
    def __iter__(self):
        for k in (1, 3, 5):
            yield k
class Even:
    def __iter__(self):
        print("not asked")
        return iter([])
    def __contains__(self, x):
        return x % 2 == 0
print(3 in Odd(), 4 in Odd(), 4 not in Odd())
print(3 in Even(), 4 in Even(), 4 not in Even())
def gen():
    yield 1
    yield 2
print(2 in gen(), 3 in gen(), 2 in [1, 2], "a" in "cat", 1 in {1: 2})
print(2 in iter([1, 2]), 2 in map(abs, [-2]))
# expect: True False True
# expect: False True False
# expect: True False True True True
# expect: True True
