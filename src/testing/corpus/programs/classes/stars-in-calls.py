class A:
    def __init__(self, *xs, name="a"):
        self.xs = xs
        self.name = name
    def add(self, a, b, *more):
        return a + b + sum(more)
    @classmethod
    def of(cls, words):
        return cls(*words)

class B(A):
    def __init__(self, first, *words):
        super().__init__(first, *words)
        self.first = first

a = A(1, 2)
print(a.xs, a.add(*[1, 2]), a.add(1, *[2, 3, 4]))
print(A.of([5, 6]).xs)
b = B("x", "y", "z")
print(b.xs, b.first)
f = a.add
print(f(*[1, 2, 3]))
args = (7,)
print(A(*args).xs)
words = ["a"]
words.append(*["b"])
print(words)
# expect: (1, 2) 3 10
# expect: (5, 6)
# expect: ('x', 'y', 'z') x
# expect: 6
# expect: (7,)
# expect: ['a', 'b']
