# What a class raises while its objects are sorted leaves all of them in the list.
class Odd:
    def __init__(self, v):
        self.v = v
    def __lt__(self, other):
        if self.v == other.v:
            raise ValueError("the same twice")
        return self.v < other.v
items = [Odd(3), Odd(1), Odd(3)]
try:
    items.sort()
except ValueError as e:
    print(e, sorted([o.v for o in items]))
try:
    print(sorted([Odd(1), 2]))
except TypeError as e:
    print(e)

# expect: the same twice [1, 3, 3]
# expect: '<' not supported between instances of 'int' and 'Odd'
