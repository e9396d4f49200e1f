class D:
    def __hash__(self):
        return "x"
try:
    {D(): 1}
except TypeError as e:
    print(e)
class E:
    def __hash__(self):
        return 42
print(hash(E()), len({E(), E()}))
# expect: __hash__ method should return an integer
# expect: 42 2
