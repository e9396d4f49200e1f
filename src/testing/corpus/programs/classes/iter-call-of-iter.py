class Three:
    def __iter__(self):
        return iter([1, 2, 3])
class Self:
    def __iter__(self):
        return self
    def __next__(self):
        return 1
it = iter(Three())
print(next(it), next(it), list(it), list(it))
s = Self()
print(iter(s) is s, next(iter(s)))
# expect: 1 2 [3] []
# expect: True 1
