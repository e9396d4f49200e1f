class Words:
    def __init__(self, *words):
        self.words = words
    def add(self, *more, sep="-"):
        self.words = self.words + more
        return sep.join(self.words)
    def __call__(self, *args, **named):
        return args, named
    @classmethod
    def of(cls, *words):
        return cls(words[0], words[1])
    @staticmethod
    def count(*words):
        return len(words)
w = Words("a", "b")
print(w.words, Words().words)
print(w.add("c", "d"), w.add())
f = w.add
print(f("e"))
print(w(1, 2), w())
print(Words.of("x", "y").words, Words.count(1, 2, 3))
class Sub(Words):
    def __init__(self, *words):
        super().__init__("first", words[0])
    def add(self, *more):
        return super().add(more[0]) + "!"
print(Sub("z").words, Sub("z").add("q"))
def decorated(function):
    def wrapper(*args):
        return function(*args) * 2
    return wrapper
class Twice:
    @decorated
    def value(self, x):
        return x
print(Twice().value(4))
# expect: ('a', 'b') ()
# expect: a-b-c-d a-b-c-d
# expect: a-b-c-d-e
# expect: ((1, 2), {}) ((), {})
# expect: ('x', 'y') 3
# expect: ('first', 'z') first-z-q!
# expect: 8
