# With __eq__ alone an object can be no key; __hash__ = None says so itself.
class A:
    def __init__(self, x):
        self.x = x
    def __eq__(self, other):
        return self.x == other.x
class B(A):
    pass
class C:
    __hash__ = None
for make in (lambda: {A(1): 2}, lambda: {B(1)}, lambda: hash(A(1)), lambda: hash(C()), lambda: A(1) in {3}):
    try:
        make()
    except TypeError as e:
        print(e)
# expect: unhashable type: 'A'
# expect: unhashable type: 'B'
# expect: unhashable type: 'A'
# expect: unhashable type: 'C'
# expect: unhashable type: 'A'
